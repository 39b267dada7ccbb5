package dev.descent.engine.optimizer;

import dev.descent.support.Variants;
import dev.descent.training.specification.AveragingSpecification;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class OptimizerTests {

	/**
	 * The settings with which each method reaches the bottom, while its rate falls
	 * linearly to 0: optimizer, rate and updates in the bowl, rate and updates in the
	 * valley.
	 */
	private static final String SETTINGS = """
			{"type": "sgd"} | 0.1 | 300 | 0.003 | 100000
			{"type": "sgd", "momentum": 0.9} | 0.1 | 300 | 0.001 | 30000
			{"type": "sgd", "momentum": 0.9, "nesterov": true} | 0.1 | 300 | 0.001 | 30000
			{"type": "asgd", "lambda": 0, "t0": 90000} | 0.1 | 100000 | 0.003 | 100000
			{"type": "schedule_free"} | 0.1 | 3000 | 0.01 | 100000
			{"type": "schedule_free", "base": "adamw"} | 0.1 | 3000 | 0.01 | 100000
			{"type": "signsgd"} | 0.01 | 1000 | 0.0001 | 100000
			{"type": "signum"} | 0.001 | 10000 | 0.001 | 30000
			{"type": "lion"} | 0.003 | 10000 | 0.001 | 10000
			{"type": "rprop", "stepSizeMin": 1e-9} | 0.01 | 200 | 0.01 | 100000
			{"type": "adagrad"} | 1 | 300 | 0.3 | 30000
			{"type": "adadelta"} | 1 | 3000 | 0.1 | 30000
			{"type": "rmsprop"} | 0.1 | 300 | 0.001 | 30000
			{"type": "adam"} | 0.1 | 1000 | 0.01 | 10000
			{"type": "adamw", "weightDecay": 0.0001} | 0.1 | 1000 | 0.01 | 10000
			{"type": "amsgrad"} | 0.3 | 300 | 0.3 | 3000
			{"type": "adamax"} | 0.1 | 1000 | 0.01 | 10000
			{"type": "nadam"} | 0.1 | 1000 | 0.01 | 10000
			{"type": "radam"} | 0.1 | 1000 | 0.001 | 30000
			{"type": "adabelief"} | 0.1 | 1000 | 0.01 | 10000
			{"type": "yogi"} | 0.1 | 300 | 0.1 | 10000
			{"type": "adan"} | 0.1 | 1000 | 0.01 | 3000
			{"type": "prodigy"} | 1 | 300 | 1 | 10000
			{"type": "muon"} | 0.01 | 10000 | 0.0003 | 100000
			{"type": "lookahead"} | 0.1 | 1000 | 0.003 | 100000
			{"type": "sam", "rho": 0.0001} | 0.1 | 1000 | 0.003 | 100000
			{"type": "lbfgs"} | 1 | 10 | 1 | 10
			{"type": "bfgs"} | 1 | 10 | 1 | 100
			{"type": "conjugate_gradient"} | 1 | 10 | 1 | 30
			{"type": "scaled_conjugate_gradient"} | 1 | 10 | 1 | 100
			{"type": "levenberg_marquardt"} | 1 | 10 | 1 | 30
			{"type": "gauss_newton"} | 1 | 10 | 1 | 10
			{"type": "newton"} | 1 | 10 | 1 | 30
			""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = SETTINGS)
	void itReachesTheBottom(String optimizer, double bowlRate, int bowlUpdates, double valleyRate, int valleyUpdates) {
		var method = Variants.MAPPER.readValue(optimizer, OptimizerSpecification.class).method();
		assertReachesTheBottom(method, Surface.bowl(), bowlRate, bowlUpdates);
		assertReachesTheBottom(method, Surface.valley(), valleyRate, valleyUpdates);
	}

	@ParameterizedTest
	@ValueSource(strings = { """
			{"type": "ema", "startEpoch": 2000}""", """
			{"type": "swa", "startEpoch": 2000}""" })
	void theAverageOfAPathReachesTheBottom(String averaging) {
		var specification = Variants.MAPPER.readValue(averaging, AveragingSpecification.class);
		assertReachesTheBottom(specification.around(Sgd.PLAIN, 1), Surface.bowl(), 0.1, 3000);
		assertReachesTheBottom(specification.around(Adam.STANDARD, 5), Surface.valley(), 0.01, 20_000);
	}

	@Test
	void everyMethodHasASetting() {
		assertThat(Variants.of(OptimizerSpecification.class))
			.allSatisfy((method) -> assertThat(SETTINGS).contains("{\"type\": \"" + Variants.name(method) + "\""));
		assertThat(Variants.of(AveragingSpecification.class)).extracting(Variants::name).containsOnly("ema", "swa");
	}

	private static void assertReachesTheBottom(Optimizer method, Surface surface, double rate, int updates) {
		double[] w = surface.parameters();
		var memory = method.memory(w.length).allocate(w.length);
		method.start(w, memory);
		for (int n = 1; n <= updates && !method.converged(memory); n++) {
			surface.evaluateGradient();
			method.update(surface, memory, Step.of(n, rate * (updates + 1 - n) / updates));
		}
		double[] result = method.result(memory);
		assertThat((result != null) ? result : w).containsExactly(surface.bottom(), within(1e-3));
	}

	@Test
	void adamsFirstStepHasTheSizeOfTheLearningRateWhateverTheGradient() {
		double[] w = { 1, 1 };
		Adam.STANDARD.update(w, new double[] { 0.5, -20 }, Adam.STANDARD.memory().allocate(2), Step.of(1, 0.01));
		assertThat(w).containsExactly(new double[] { 0.99, 1.01 }, within(1e-8));
	}

	@Test
	void momentumAddsUpAndNesterovLooksAhead() {
		double[] w = { 0 };
		var sgd = new Sgd(0.5, 0, false);
		var memory = sgd.memory().allocate(1);
		memory.vector(0)[0] = 2;
		sgd.update(w, new double[] { 1 }, memory, Step.of(2, 0.1));
		assertThat(memory.vector(0)).containsExactly(2);
		assertThat(w[0]).isCloseTo(-0.2, within(1e-15));

		double[] ahead = { 0 };
		memory.vector(0)[0] = 2;
		new Sgd(0.5, 0, true).update(ahead, new double[] { 1 }, memory, Step.of(2, 0.1));
		assertThat(ahead[0]).isCloseTo(-0.2, within(1e-15));
	}

	@Test
	void impossibleHyperParametersAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Sgd(1, 0, false))
			.withMessage("momentum must be in [0, 1) but was 1.0");
		assertThatIllegalArgumentException().isThrownBy(() -> new Sgd(0, 0, true))
			.withMessage("nesterov needs a momentum above 0 and no dampening");
		assertThatIllegalArgumentException().isThrownBy(() -> new Adam(0.9, 1, 1e-8));
		assertThatIllegalArgumentException().isThrownBy(() -> new Adam(0.9, 0.999, 0));
	}

}
