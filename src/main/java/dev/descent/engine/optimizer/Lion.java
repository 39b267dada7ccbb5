package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;

/**
 * The sign of an interpolated momentum, found by a search over programs (Chen et al.,
 * 2023, algorithm 2).
 *
 * @param beta1 share of the momentum in the direction, in [0, 1)
 * @param beta2 decay of the momentum, in [0, 1)
 */
public record Lion(double beta1, double beta2) implements UpdateRule {

	public Lion {
		Ranges.requireShare("beta1", beta1);
		Ranges.requireShare("beta2", beta2);
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("m");
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double[] m = memory.vector(0);
		double rate = step.learningRate();
		double decay1 = step.momentum(beta1);
		for (int i = 0; i < w.length; i++) {
			w[i] -= rate * Math.signum(decay1 * m[i] + (1 - decay1) * g[i]);
			m[i] = beta2 * m[i] + (1 - beta2) * g[i];
		}
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		derivation.given("beta1", step.momentum(beta1))
			.given("beta2", beta2)
			.let("w", "new parameter", "w - learningRate * sign(beta1 * m + (1 - beta1) * g)")
			.let("m", "momentum", "beta2 * m + (1 - beta2) * g");
	}

}
