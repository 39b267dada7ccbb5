package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;

/**
 * Steps scaled by bias-corrected moments of the gradient (Kingma and Ba, 2015, algorithm
 * 1).
 *
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon positive; added to the root of the second moment
 */
public record Adam(double beta1, double beta2, double epsilon) implements UpdateRule {

	/** The defaults of the paper. */
	public static final Adam STANDARD = new Adam(0.9, 0.999, 1e-8);

	public Adam {
		Ranges.requireShare("beta1", beta1);
		Ranges.requireShare("beta2", beta2);
		Ranges.requirePositive("epsilon", epsilon);
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("m", "v");
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		move(w, g, memory, 0, w.length, step.learningRate(), step.momentum(beta1), step.number());
	}

	/** Moves the parameters of a range. */
	void move(double[] w, double[] g, Memory memory, int from, int to, double learningRate, double decay1,
			long number) {
		double[] m = memory.vector(0);
		double[] v = memory.vector(1);
		double rate = learningRate / (1 - Elementary.power(decay1, number));
		double rootCorrection = 1 / Math.sqrt(1 - Elementary.power(beta2, number));
		for (int i = from; i < to; i++) {
			m[i] = decay1 * m[i] + (1 - decay1) * g[i];
			v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
			w[i] -= rate * m[i] / (Math.sqrt(v[i]) * rootCorrection + epsilon);
		}
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		derive(derivation, step.momentum(beta1));
	}

	/** Writes down the formulas with another first decay. */
	void derive(Derivation derivation, double decay1) {
		derivation.given("beta1", decay1)
			.given("beta2", beta2)
			.given("epsilon", epsilon)
			.let("m", "first moment", "beta1 * m + (1 - beta1) * g")
			.let("v", "second moment", "beta2 * v + (1 - beta2) * g^2")
			.let("mHat", "first moment, corrected for its start at 0", "m / (1 - beta1^t)")
			.let("vHat", "second moment, corrected for its start at 0", "v / (1 - beta2^t)")
			.let("w", "new parameter", "w - learningRate * mHat / (sqrt(vHat) + epsilon)");
	}

}
