package dev.descent.engine.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.engine.GoldenCase;
import dev.descent.engine.analysis.Eigenvalue;
import dev.descent.engine.analysis.HessianOperator;
import dev.descent.engine.analysis.SpectrumSearch;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.loss.BinaryCrossEntropy;
import dev.descent.engine.loss.CategoricalCrossEntropy;
import dev.descent.engine.loss.Loss;
import dev.descent.engine.loss.MeanAbsoluteError;
import dev.descent.engine.loss.MeanSquaredError;
import dev.descent.engine.loss.SmoothLoss;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.optimizer.Sgd;
import dev.descent.engine.regularization.L1;
import dev.descent.engine.regularization.L2;
import dev.descent.engine.regularization.Penalty;
import dev.descent.verification.Comparisons;
import dev.descent.verification.ReferenceCase;
import dev.descent.verification.ReferenceSuite;
import dev.descent.verification.VerificationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Second derivatives of the objective against numbers computed with another program. */
@VerificationTest
class HessianTests {

	static Stream<GoldenCase> networks() {
		return ReferenceSuite.CURVATURE.cases().stream().map(GoldenCase::new);
	}

	@Test
	void thereAreThreeNetworksOfWhichOneHasAPenalty() {
		assertThat(networks()).hasSize(3).anyMatch((golden) -> golden.json().get("l2").asDouble() > 0);
	}

	@ParameterizedTest
	@MethodSource("networks")
	void everyNumberAgrees(GoldenCase golden, Comparisons comparisons) {
		var objective = objective(golden, loss(golden));
		comparisons.assertAgree(golden.reference(), (field) -> switch (field) {
			case "objective" -> new double[] { objective.value() };
			case "gradient" -> objective.gradient();
			case "hessian" -> hessian(objective);
			case "eigenvaluesAscending" -> eigenvalues(golden);
			case "trace" -> new double[] { trace(hessian(objective)) };
			case "hessianVectorProduct" -> product(objective, vector(golden));
			default -> null;
		});
	}

	private static double[] hessian(BatchObjective objective) {
		int n = objective.parameters().length;
		double[] hessian = new double[n * n];
		for (int i = 0; i < n; i++) {
			double[] unit = new double[n];
			unit[i] = 1;
			System.arraycopy(product(objective, unit), 0, hessian, i * n, n);
		}
		return hessian;
	}

	private static double[] eigenvalues(GoldenCase golden) {
		var network = new Network(golden.architecture(), new ScalarKernels());
		var parameters = parameters(golden);
		var hessian = new HessianOperator(network, (SmoothLoss) loss(golden),
				new Penalties(penalties(golden), golden.architecture()), golden.samples(), parameters);
		var search = new SpectrumSearch(hessian, 1, 1, hessian.size(), 2, 0);
		while (!search.finished()) {
			search.advance();
		}
		var spectrum = search.result();
		assertThat(spectrum.complete()).isTrue();
		return spectrum.eigenvalues().stream().mapToDouble(Eigenvalue::value).toArray();
	}

	private static double trace(double[] hessian) {
		int n = (int) Math.sqrt(hessian.length);
		return IntStream.range(0, n).mapToDouble((i) -> hessian[i * n + i]).sum();
	}

	private static double[] product(BatchObjective objective, double[] vector) {
		double[] product = new double[vector.length];
		objective.hessianVector(vector, product);
		return product;
	}

	private static double[] vector(GoldenCase golden) {
		return ReferenceCase.flat(golden.json().get("expected").get("vector"));
	}

	@ParameterizedTest
	@MethodSource("networks")
	void aProductWithAVectorIsCounted(GoldenCase golden) {
		var cost = new Cost[1];
		product(objective(golden, loss(golden), cost), vector(golden));
		assertThat(cost[0].hessianVectors()).isEqualTo(golden.samples().count());
	}

	@ParameterizedTest
	@MethodSource("networks")
	void theProductIsTakenWhereTheObjectiveWasLastEvaluated(GoldenCase golden) {
		var objective = objective(golden, loss(golden));
		double[] here = objective.parameters().clone();
		double[] product = product(objective, vector(golden));
		Arrays.fill(objective.parameters(), 0.3);
		objective.evaluate();
		assertThat(product(objective, vector(golden))).isNotEqualTo(product);
		System.arraycopy(here, 0, objective.parameters(), 0, here.length);
		objective.evaluateGradient();

		assertThat(product(objective, vector(golden))).isEqualTo(product);
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

	private static Parameters parameters(GoldenCase golden) {
		return Parameters.of(golden.architecture(), ReferenceCase.flat(golden.json().get("parametersFlat")));
	}

	private static List<Penalty> penalties(GoldenCase golden) {
		return List.of(new L1(golden.json().get("l1").asDouble()), new L2(golden.json().get("l2").asDouble()));
	}

	/** The objective at the parameters of a network, with its gradient. */
	private static BatchObjective objective(GoldenCase golden, Loss loss, Cost[] cost) {
		var architecture = golden.architecture();
		var plan = new TrainingPlan(architecture, loss, penalties(golden), new RSquared(),
				Optimization.of(Sgd.PLAIN, 1), 1, Integer.MAX_VALUE, false, 0, 1, null, null);
		var state = TrainingState.start(plan, parameters(golden));
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

}
