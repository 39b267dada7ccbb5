package dev.descent.engine.optimizer;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class OptimizerTests {

	static Stream<Arguments> optimizers() {
		return Stream.of(Arguments.of(Sgd.PLAIN, 0.1), Arguments.of(new Sgd(0.9, 0, false), 0.02),
				Arguments.of(new Sgd(0.9, 0, true), 0.02), Arguments.of(Adam.STANDARD, 0.05));
	}

	@ParameterizedTest
	@MethodSource("optimizers")
	void everyRuleFindsTheBottomOfABowl(UpdateRule optimizer, double learningRate) {
		double[] bottom = { 1, -1, 1 };
		double[] w = { -1, 10, 1 };
		double[] g = new double[3];
		var memory = optimizer.memory().allocate(3);
		for (int step = 1; step <= 3000; step++) {
			for (int i = 0; i < 3; i++) {
				g[i] = 2 * (i + 1) * (w[i] - bottom[i]);
			}
			optimizer.update(w, g, memory, Step.of(step, learningRate));
		}
		assertThat(w).containsExactly(bottom, within(1e-6));
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
