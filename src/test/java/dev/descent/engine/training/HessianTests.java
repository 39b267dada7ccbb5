package dev.descent.engine.training;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.descent.engine.GoldenCase;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.loss.BinaryCrossEntropy;
import dev.descent.engine.loss.CategoricalCrossEntropy;
import dev.descent.engine.loss.Loss;
import dev.descent.engine.loss.MeanAbsoluteError;
import dev.descent.engine.loss.MeanSquaredError;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.optimizer.Sgd;
import dev.descent.engine.regularization.L1;
import dev.descent.engine.regularization.L2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Second derivatives of the objective against numbers computed with another program. */
class HessianTests {

	static Stream<GoldenCase> networks() {
		var file = JsonMapper.shared().readTree(Path.of("src/test/resources/golden/hessian.json").toFile());
		return file.get("cases").valueStream().map((json) -> new GoldenCase(json.get("name").asString(), json));
	}

	@Test
	void thereAreThreeNetworksOfWhichOneHasAPenalty() {
		assertThat(networks()).hasSize(3).anyMatch((golden) -> golden.json().get("l2").asDouble() > 0);
	}

	@ParameterizedTest
	@MethodSource("networks")
	void objectiveGradientAndHessianAgree(GoldenCase golden) {
		var objective = objective(golden, loss(golden));
		int n = objective.parameters().length;
		double[] hessian = new double[n * n];
		double trace = 0;
		double[] row = new double[n];
		for (int i = 0; i < n; i++) {
			double[] unit = new double[n];
			unit[i] = 1;
			objective.hessianVector(unit, row);
			System.arraycopy(row, 0, hessian, i * n, n);
			trace += row[i];
		}

		assertAgree(new double[] { objective.value() }, golden.expected("objective"));
		assertAgree(objective.gradient(), golden.expected("gradient"));
		assertAgree(hessian, golden.expected("hessian"));
		assertAgree(new double[] { trace }, golden.expected("trace"));
	}

	@ParameterizedTest
	@MethodSource("networks")
	void theProductWithAVectorAgreesAndIsCounted(GoldenCase golden) {
		var state = new Cost[1];
		var objective = objective(golden, loss(golden), state);
		double[] product = new double[objective.parameters().length];
		objective.hessianVector(GoldenCase.flat(golden.expected("vector")), product);
		assertAgree(product, golden.expected("hessianVectorProduct"));
		assertThat(state[0].hessianVectors()).isEqualTo(golden.samples().count());
	}

	@ParameterizedTest
	@MethodSource("networks")
	void theProductIsTakenWhereTheObjectiveWasLastEvaluated(GoldenCase golden) {
		var objective = objective(golden, loss(golden));
		double[] vector = GoldenCase.flat(golden.expected("vector"));
		double[] here = objective.parameters().clone();
		double[] product = new double[vector.length];
		objective.hessianVector(vector, product);
		Arrays.fill(objective.parameters(), 0.3);
		objective.evaluate();
		objective.hessianVector(vector, product);
		System.arraycopy(here, 0, objective.parameters(), 0, here.length);
		objective.evaluateGradient();

		objective.hessianVector(vector, product);

		assertAgree(product, golden.expected("hessianVectorProduct"));
	}

	@ParameterizedTest
	@MethodSource("networks")
	void theGaussNewtonMatrixCostsAGradientForEachOutput(GoldenCase golden) {
		var state = new Cost[1];
		var objective = objective(golden, loss(golden), state);
		int n = objective.parameters().length;
		long before = state[0].gradients();
		objective.gaussNewton(new double[n * n]);
		assertThat(state[0].gradients() - before)
			.isEqualTo((long) golden.samples().count() * golden.architecture().outputs());
	}

	@Test
	void aLossWithoutASecondDerivativeHasNoHessian() {
		var objective = objective(networks().findFirst().orElseThrow(), new MeanAbsoluteError());
		double[] vector = objective.parameters().clone();
		assertThatIllegalStateException().isThrownBy(() -> objective.hessianVector(vector, vector))
			.withMessageContaining("no second derivative");
	}

	private static BatchObjective objective(GoldenCase golden, Loss loss) {
		return objective(golden, loss, new Cost[1]);
	}

	/** The objective at the parameters of a network, with its gradient. */
	private static BatchObjective objective(GoldenCase golden, Loss loss, Cost[] cost) {
		var json = golden.json();
		var architecture = golden.architecture();
		var plan = new TrainingPlan(architecture, loss,
				List.of(new L1(json.get("l1").asDouble()), new L2(json.get("l2").asDouble())), new RSquared(),
				Optimization.of(Sgd.PLAIN, 1), 1, Integer.MAX_VALUE, false, 0, 1, null, null);
		var state = TrainingState.start(plan, Parameters.of(architecture, GoldenCase.flat(json.get("parametersFlat"))));
		var batches = new MiniBatches(architecture, plan, golden.samples());
		var objective = new BatchObjective(plan, new Network(architecture, new ScalarKernels()),
				new Penalties(plan.penalties(), architecture), state, batches.load(0, 0));
		objective.begin(batches.load(0, 0), 1, false);
		cost[0] = state.cost();
		return objective;
	}

	private static Loss loss(GoldenCase golden) {
		return switch (golden.json().get("loss").asString()) {
			case "binary_crossentropy" -> BinaryCrossEntropy.STANDARD;
			case "categorical_crossentropy" -> CategoricalCrossEntropy.STANDARD;
			case "mse" -> new MeanSquaredError();
			default -> throw new IllegalStateException(golden.json().get("loss").asString());
		};
	}

	private static void assertAgree(double[] actual, JsonNode expected) {
		double[] wanted = GoldenCase.flat(expected);
		assertThat(actual).hasSameSizeAs(wanted);
		double scale = Arrays.stream(wanted).map(Math::abs).max().orElseThrow();
		double worst = 0;
		for (int i = 0; i < wanted.length; i++) {
			worst = Math.max(worst, Math.abs(actual[i] - wanted[i]));
		}
		assertThat(worst / scale).isLessThanOrEqualTo(1e-9);
	}

}
