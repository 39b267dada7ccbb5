package dev.descent.insight.trace.web;

import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.support.Variants;
import dev.descent.training.specification.activation.ActivationSpecification;
import dev.descent.training.specification.activation.OutputActivation;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Every formula with numbers is worked out by another program. */
@HttpTest
class SubstitutedFormulaTests {

	private static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
		.mathContext(MathContext.DECIMAL128)
		.build()
		.withAdditionalFunctions(Map.entry("Phi", new OfOne((z) -> new NormalDistribution().cumulativeProbability(z))),
				Map.entry("exp", new OfOne(Math::exp)), Map.entry("ln", new OfOne(Math::log)),
				Map.entry("tanh", new OfOne(Math::tanh)), Map.entry("sin", new OfOne(Math::sin)),
				Map.entry("cos", new OfOne(Math::cos)), Map.entry("sign", new OfOne(Math::signum)));

	private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?(E-?\\d+)?");

	@Autowired
	private Api api;

	static Stream<String> requests() {
		var requests = new ArrayList<String>();
		for (var optimizer : Variants.of(OptimizerSpecification.class)) {
			requests.add("{\"optimizer\": {\"type\": \"" + Variants.name(optimizer) + "\"}}");
		}
		for (var activation : Variants.of(ActivationSpecification.class)) {
			if (activation instanceof OutputActivation) {
				continue;
			}
			requests.add("""
					{"dataset": {"type": "moons", "samples": 12}, "network": {"hiddenLayers": [
					  {"units": 3, "activation": "%s", "dropout": 0.3}, {"units": 2, "activation": "tanh"}]}}"""
				.formatted(Variants.name(activation)));
		}
		String classes = "\"dataset\": {\"type\": \"blobs\", \"samples\": 15, \"centers\": 3}";
		for (String loss : List.of("{\"type\": \"categorical_cross_entropy\"}",
				"{\"type\": \"categorical_cross_entropy\", \"labelSmoothing\": 0.1, \"classWeights\": [1, 2, 3]}",
				"{\"type\": \"mse\"}", "{\"type\": \"mae\"}")) {
			requests.add("{" + classes + ", \"loss\": " + loss + ", \"network\": {\"outputActivation\": \"softmax\"}}");
		}
		for (String loss : List.of("{\"type\": \"focal\", \"gamma\": 2, \"alpha\": 0.3}", "{\"type\": \"hinge\"}",
				"{\"type\": \"squared_hinge\"}", "{\"type\": \"mse\"}",
				"{\"type\": \"binary_cross_entropy\", \"labelSmoothing\": 0.1, \"positiveWeight\": 3}")) {
			requests.add("{\"loss\": " + loss + ", \"regularization\": {\"l1\": 0.01, \"l2\": 0.02}}");
		}
		String line = "\"dataset\": {\"type\": \"inline\", \"features\": [[1], [2], [3], [4]], \"targets\": [1, 2, 0, 5], \"task\": \"regression\"}";
		for (String loss : List.of("mse", "mae", "huber", "log_cosh", "poisson")) {
			requests.add("{" + line + ", \"loss\": {\"type\": \"" + loss
					+ "\"}, \"gradientClipping\": {\"type\": \"norm\", \"maxNorm\": 0.1}, \"gradientNoise\": {\"eta\": 0.01}}");
		}
		requests.add("{" + line + ", \"gradientClipping\": {\"type\": \"value\", \"limit\": 0.05}}");
		return requests.stream();
	}

	@ParameterizedTest
	@MethodSource("requests")
	void itEvaluatesToTheNumberBesideIt(String request) throws EvaluationException, ParseException {
		int checked = 0;
		for (String query : List.of("?step=1", "?step=3&batch=true")) {
			var answer = api.postJson("/api/v1/traces" + query + "&detail=formulas", request);
			assertThat(answer.status()).as(answer.body()).isEqualTo(200);
			for (var section : answer.json().path("sections")) {
				for (var quantity : section.path("quantities")) {
					for (var element : quantity.path("elements")) {
						checked += check(quantity, element) ? 1 : 0;
					}
				}
			}
		}
		assertThat(checked).isGreaterThan(60);
	}

	private static boolean check(JsonNode quantity, JsonNode element) throws EvaluationException, ParseException {
		String formula = element.path("substituted").asString("");
		if (formula.isEmpty()) {
			return false;
		}
		double value = new Expression(formula, CONFIGURATION).evaluate().getNumberValue().doubleValue();
		double expected = element.path("value").asDouble();
		assertThat(value).as(quantity.path("name").asString() + " = " + formula)
			.isCloseTo(expected, within(1e-12 * (1 + largest(formula))));
		return true;
	}

	/** What may cancel in a sum is right to its own last digits. */
	private static double largest(String formula) {
		return NUMBER.matcher(formula)
			.results()
			.mapToDouble((number) -> Double.parseDouble(number.group()))
			.max()
			.orElse(0);
	}

	/** A function of one number. */
	@FunctionParameter(name = "value")
	private static final class OfOne extends AbstractFunction {

		private final DoubleUnaryOperator function;

		OfOne(DoubleUnaryOperator function) {
			this.function = function;
		}

		@Override
		public EvaluationValue evaluate(Expression expression, Token functionToken, EvaluationValue... values) {
			return expression.convertValue(function.applyAsDouble(values[0].getNumberValue().doubleValue()));
		}

	}

}
