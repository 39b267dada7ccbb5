package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;

/**
 * Steps in the units of the parameters: the ratio of the root mean squares of past steps
 * and gradients (Zeiler, 2012, algorithm 1).
 *
 * @param rho decay of both means, in [0, 1)
 * @param epsilon positive; added to both mean squares
 */
public record Adadelta(double rho, double epsilon) implements UpdateRule {

	public Adadelta {
		Ranges.requireShare("rho", rho);
		Ranges.requirePositive("epsilon", epsilon);
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("v", "u");
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double[] v = memory.vector(0);
		double[] u = memory.vector(1);
		double rate = step.learningRate();
		for (int i = 0; i < w.length; i++) {
			v[i] = rho * v[i] + (1 - rho) * g[i] * g[i];
			double d = Math.sqrt(u[i] + epsilon) / Math.sqrt(v[i] + epsilon) * g[i];
			u[i] = rho * u[i] + (1 - rho) * d * d;
			w[i] -= rate * d;
		}
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		derivation.given("rho", rho)
			.given("epsilon", epsilon)
			.let("v", "mean square of the gradients", "rho * v + (1 - rho) * g^2")
			.let("d", "gradient in the units of the parameter", "sqrt(u + epsilon) / sqrt(v + epsilon) * g")
			.let("u", "mean square of the steps", "rho * u + (1 - rho) * d^2")
			.let("w", "new parameter", "w - learningRate * d");
	}

}
