package dev.descent.insight.trace.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.descent.engine.GoldenCase;
import dev.descent.engine.GoldenNames;
import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.verification.ReferenceCase;
import dev.descent.verification.ReferenceSuite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Numbers that another program computed, read off traces. */
@HttpTest
class GoldenTraceTests {

	private static final String TRACES = "/api/v1/traces";

	/** The gradient of the objective is the last of these that there is. */
	private static final List<String> OBJECTIVE = List.of("derivative of the mean loss of the batch",
			"gradient with the L1 penalty", "gradient with the L2 penalty");

	@Autowired
	private Api api;

	/** The service takes data with one target a row. */
	static Stream<GoldenCase> cases() {
		return ReferenceSuite.TRAINING_RUNS.cases()
			.stream()
			.map(GoldenCase::new)
			.filter((golden) -> !golden.json().get("data").get("y").get(0).isArray());
	}

	@ParameterizedTest
	@MethodSource("cases")
	void gradientsAndParametersAreThePublishedOnes(GoldenCase golden) {
		String request = GoldenNames.request(golden.json()).toString();
		var expected = golden.json().get("expected");
		var first = trace(request, 1);
		assertClose(gradient(first), ReferenceCase.flat(expected.get("firstStepGradients")));
		double[] after = ReferenceCase.flat(expected.get("parametersAfterUpdate"));
		int count = golden.architecture().parameterCount();
		for (int step = 1; step <= Math.min(3, after.length / count); step++) {
			var trace = (step == 1) ? first : trace(request, step);
			var parameters = new ArrayList<Double>();
			updates(trace).forEach((section) -> last(section, "w")
				.forEach((element) -> parameters.add(element.path("value").asDouble())));
			double[] wanted = new double[count];
			System.arraycopy(after, (step - 1) * count, wanted, 0, count);
			assertClose(parameters, wanted);
		}
	}

	private JsonNode trace(String request, int step) {
		var answer = api.postJson(TRACES + "?detail=formulas&step=" + step, request);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static List<Double> gradient(JsonNode trace) {
		var gradient = new ArrayList<Double>();
		updates(trace).forEach((section) -> section.path("quantities")
			.valueStream()
			.filter((quantity) -> OBJECTIVE.contains(quantity.path("meaning").asString()))
			.reduce((_, last) -> last)
			.orElseThrow()
			.path("elements")
			.forEach((element) -> gradient.add(element.path("value").asDouble())));
		return gradient;
	}

	private static Stream<JsonNode> updates(JsonNode trace) {
		return trace.path("sections")
			.valueStream()
			.filter((section) -> section.path("stage").asString().equals("update"));
	}

	private static JsonNode last(JsonNode section, String name) {
		return section.path("quantities")
			.valueStream()
			.filter((quantity) -> quantity.path("name").asString().equals(name))
			.reduce((_, last) -> last)
			.orElseThrow()
			.path("elements");
	}

	private static void assertClose(List<Double> values, double[] expected) {
		assertThat(values).hasSize(expected.length);
		for (int i = 0; i < expected.length; i++) {
			assertThat(values.get(i)).isCloseTo(expected[i], within(1e-9));
		}
	}

}
