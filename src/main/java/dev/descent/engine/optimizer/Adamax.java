package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;

/**
 * Adam with the largest recent gradient in place of the root mean square (Kingma and Ba,
 * 2015, algorithm 2; epsilon inside the maximum, as PyTorch has it).
 *
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the maximum, in [0, 1)
 * @param epsilon positive; added to the magnitude of each gradient
 */
public record Adamax(double beta1, double beta2, double epsilon) implements UpdateRule {

	public Adamax {
		Ranges.requireShare("beta1", beta1);
		Ranges.requireShare("beta2", beta2);
		Ranges.requirePositive("epsilon", epsilon);
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("m", "u");
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double[] m = memory.vector(0);
		double[] u = memory.vector(1);
		double decay1 = step.momentum(beta1);
		double rate = step.learningRate() / (1 - Elementary.power(decay1, step.number()));
		for (int i = 0; i < w.length; i++) {
			m[i] = decay1 * m[i] + (1 - decay1) * g[i];
			u[i] = Math.max(beta2 * u[i], Math.abs(g[i]) + epsilon);
			w[i] -= rate * m[i] / u[i];
		}
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		derivation.given("beta1", step.momentum(beta1))
			.given("beta2", beta2)
			.given("epsilon", epsilon)
			.let("m", "first moment", "beta1 * m + (1 - beta1) * g")
			.let("u", "largest recent gradient", "max(beta2 * u, abs(g) + epsilon)")
			.let("mHat", "first moment, corrected for its start at 0", "m / (1 - beta1^t)")
			.let("w", "new parameter", "w - learningRate * mHat / u");
	}

}
