package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;

/**
 * Steps divided by the root mean square of recent gradients (Tieleman and Hinton, 2012,
 * lecture 6.5); centered, by their standard deviation (Graves, 2013, "Generating
 * sequences with recurrent neural networks").
 *
 * @param alpha decay of the means, in [0, 1)
 * @param epsilon positive; added to the root
 * @param momentum in [0, 1); of the scaled gradients
 * @param centered whether the squared mean of the gradients is taken off the mean square
 */
public record RmsProp(double alpha, double epsilon, double momentum, boolean centered) implements UpdateRule {

	public RmsProp {
		Ranges.requireShare("alpha", alpha);
		Ranges.requirePositive("epsilon", epsilon);
		Ranges.requireShare("momentum", momentum);
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("v", "mean", "velocity");
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double[] v = memory.vector(0);
		double[] mean = memory.vector(1);
		double[] velocity = memory.vector(2);
		double rate = step.learningRate();
		double share = (momentum > 0) ? step.momentum(momentum) : 0;
		for (int i = 0; i < w.length; i++) {
			v[i] = alpha * v[i] + (1 - alpha) * g[i] * g[i];
			double spread = v[i];
			if (centered) {
				mean[i] = alpha * mean[i] + (1 - alpha) * g[i];
				spread = Math.max(0, v[i] - mean[i] * mean[i]);
			}
			velocity[i] = share * velocity[i] + g[i] / (Math.sqrt(spread) + epsilon);
			w[i] -= rate * velocity[i];
		}
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		derivation.given("alpha", alpha)
			.given("epsilon", epsilon)
			.given("momentum", (momentum > 0) ? step.momentum(momentum) : 0)
			.let("v", "mean square of the gradients", "alpha * v + (1 - alpha) * g^2");
		if (centered) {
			derivation.let("mean", "mean of the gradients", "alpha * mean + (1 - alpha) * g");
		}
		derivation
			.let("spread", centered ? "variance of the gradients" : "mean square, as it is",
					centered ? "max(0, v - mean^2)" : "v")
			.let("velocity", "scaled gradient with momentum", "momentum * velocity + g / (sqrt(spread) + epsilon)")
			.let("w", "new parameter", "w - learningRate * velocity");
	}

}
