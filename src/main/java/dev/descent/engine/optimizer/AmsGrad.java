package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;

/**
 * Adam with the largest second moment so far, so that steps never grow again (Reddi, Kale
 * and Kumar, 2018, algorithm 2), with the bias corrections of Adam.
 *
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon positive; added to the root
 */
public record AmsGrad(double beta1, double beta2, double epsilon) implements UpdateRule {

	public AmsGrad {
		Ranges.requireShare("beta1", beta1);
		Ranges.requireShare("beta2", beta2);
		Ranges.requirePositive("epsilon", epsilon);
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("m", "v", "largest");
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double[] m = memory.vector(0);
		double[] v = memory.vector(1);
		double[] largest = memory.vector(2);
		double decay1 = step.momentum(beta1);
		double rate = step.learningRate() / (1 - Elementary.power(decay1, step.number()));
		double correction2 = 1 - Elementary.power(beta2, step.number());
		for (int i = 0; i < w.length; i++) {
			m[i] = decay1 * m[i] + (1 - decay1) * g[i];
			v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
			largest[i] = Math.max(largest[i], v[i]);
			w[i] -= rate * m[i] / (Math.sqrt(largest[i] / correction2) + epsilon);
		}
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		derivation.given("beta1", step.momentum(beta1))
			.given("beta2", beta2)
			.given("epsilon", epsilon)
			.let("m", "first moment", "beta1 * m + (1 - beta1) * g")
			.let("v", "second moment", "beta2 * v + (1 - beta2) * g^2")
			.let("largest", "largest second moment so far", "max(largest, v)")
			.let("mHat", "first moment, corrected for its start at 0", "m / (1 - beta1^t)")
			.let("vHat", "largest second moment, corrected", "largest / (1 - beta2^t)")
			.let("w", "new parameter", "w - learningRate * mHat / (sqrt(vHat) + epsilon)");
	}

}
