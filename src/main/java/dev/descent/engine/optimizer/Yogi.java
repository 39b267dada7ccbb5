package dev.descent.engine.optimizer;

import java.util.Arrays;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;

/**
 * Adam whose second moment changes by no more than the squared gradient at a time (Zaheer
 * et al., 2018, algorithm 2).
 *
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 how fast the second moment follows, in [0, 1)
 * @param epsilon positive; added to the root
 * @param initialAccumulator not negative; where the second moment starts
 * @param biasCorrection whether moments are corrected as in Adam; not in the paper
 */
public record Yogi(double beta1, double beta2, double epsilon, double initialAccumulator,
		boolean biasCorrection) implements UpdateRule {

	public Yogi {
		Ranges.requireShare("beta1", beta1);
		Ranges.requireShare("beta2", beta2);
		Ranges.requirePositive("epsilon", epsilon);
		Ranges.requireNotNegative("initialAccumulator", initialAccumulator);
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("m", "v");
	}

	@Override
	public void start(double[] w, Memory memory) {
		Arrays.fill(memory.vector(1), initialAccumulator);
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double[] m = memory.vector(0);
		double[] v = memory.vector(1);
		double decay1 = step.momentum(beta1);
		double correction1 = biasCorrection ? 1 - Elementary.power(decay1, step.number()) : 1;
		double correction2 = biasCorrection ? 1 - Elementary.power(beta2, step.number()) : 1;
		double rate = step.learningRate() / correction1;
		for (int i = 0; i < w.length; i++) {
			double square = g[i] * g[i];
			m[i] = decay1 * m[i] + (1 - decay1) * g[i];
			v[i] -= (1 - beta2) * Math.signum(v[i] - square) * square;
			w[i] -= rate * m[i] / (Math.sqrt(v[i] / correction2) + epsilon);
		}
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		derivation.given("beta1", step.momentum(beta1))
			.given("beta2", beta2)
			.given("epsilon", epsilon)
			.let("m", "first moment", "beta1 * m + (1 - beta1) * g")
			.let("v", "second moment", "v - (1 - beta2) * sign(v - g^2) * g^2");
		if (biasCorrection) {
			derivation.let("mHat", "first moment, corrected for its start at 0", "m / (1 - beta1^t)")
				.let("vHat", "second moment, corrected for its start at 0", "v / (1 - beta2^t)")
				.let("w", "new parameter", "w - learningRate * mHat / (sqrt(vHat) + epsilon)");
		}
		else {
			derivation.let("w", "new parameter", "w - learningRate * m / (sqrt(v) + epsilon)");
		}
	}

}
