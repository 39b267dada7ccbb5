package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;

/**
 * Adam with the variance of the gradient around its mean as second moment: long steps
 * where the gradient is as expected (Zhuang et al., 2020, algorithm 2).
 *
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the variance, in [0, 1)
 * @param epsilon positive; added to the variance and to its root
 */
public record AdaBelief(double beta1, double beta2, double epsilon) implements UpdateRule {

	public AdaBelief {
		Ranges.requireShare("beta1", beta1);
		Ranges.requireShare("beta2", beta2);
		Ranges.requirePositive("epsilon", epsilon);
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("m", "s");
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double[] m = memory.vector(0);
		double[] s = memory.vector(1);
		double decay1 = step.momentum(beta1);
		double rate = step.learningRate() / (1 - Elementary.power(decay1, step.number()));
		double correction2 = 1 - Elementary.power(beta2, step.number());
		for (int i = 0; i < w.length; i++) {
			m[i] = decay1 * m[i] + (1 - decay1) * g[i];
			double surprise = g[i] - m[i];
			s[i] = beta2 * s[i] + (1 - beta2) * surprise * surprise + epsilon;
			w[i] -= rate * m[i] / (Math.sqrt(s[i] / correction2) + epsilon);
		}
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		derivation.given("beta1", step.momentum(beta1))
			.given("beta2", beta2)
			.given("epsilon", epsilon)
			.let("m", "first moment", "beta1 * m + (1 - beta1) * g")
			.let("s", "variance of the gradient around its mean", "beta2 * s + (1 - beta2) * (g - m)^2 + epsilon")
			.let("mHat", "first moment, corrected for its start at 0", "m / (1 - beta1^t)")
			.let("sHat", "variance, corrected for its start at 0", "s / (1 - beta2^t)")
			.let("w", "new parameter", "w - learningRate * mHat / (sqrt(sHat) + epsilon)");
	}

}
