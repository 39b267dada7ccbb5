package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;

/**
 * Adam that finds its own step size: d, a lower bound of the distance to the solution,
 * grows with what the gradients have in common (Mishchenko and Defazio, 2023, algorithm
 * 4). The learning rate multiplies d and is best left at 1.
 *
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon positive; times d, added to the root
 * @param initialDistance positive; where d starts, rather too small
 * @param growth above 1; by what d may grow in an update
 */
public record Prodigy(double beta1, double beta2, double epsilon, double initialDistance,
		double growth) implements UpdateRule {

	public Prodigy {
		Ranges.requireShare("beta1", beta1);
		Ranges.requireShare("beta2", beta2);
		Ranges.requirePositive("epsilon", epsilon);
		Ranges.requirePositive("initialDistance", initialDistance);
		if (!(growth > 1)) {
			throw new IllegalArgumentException("growth must be above 1 but was " + growth);
		}
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("m", "v", "s", "start").withScalars("d", "r");
	}

	@Override
	public void start(double[] w, Memory memory) {
		System.arraycopy(w, 0, memory.vector(3), 0, w.length);
		memory.scalars()[0] = initialDistance;
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double[] m = memory.vector(0);
		double[] v = memory.vector(1);
		double[] s = memory.vector(2);
		double[] start = memory.vector(3);
		double d = memory.scalars()[0];
		double rate = step.learningRate();
		double decay1 = step.momentum(beta1);
		double root2 = Math.sqrt(beta2);
		double common = 0;
		double length = 0;
		for (int i = 0; i < w.length; i++) {
			common += g[i] * (start[i] - w[i]);
			m[i] = decay1 * m[i] + (1 - decay1) * d * g[i];
			v[i] = beta2 * v[i] + (1 - beta2) * d * d * g[i] * g[i];
			s[i] = root2 * s[i] + (1 - root2) * rate * d * d * g[i];
			length += Math.abs(s[i]);
		}
		double r = root2 * memory.scalars()[1] + (1 - root2) * rate * d * d * common;
		memory.scalars()[1] = r;
		for (int i = 0; i < w.length; i++) {
			w[i] -= rate * d * m[i] / (Math.sqrt(v[i]) + d * epsilon);
		}
		double estimate = (length > 0) ? r / length : d;
		memory.scalars()[0] = Math.min(Math.max(d, estimate), growth * d);
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		derivation.given("beta1", step.momentum(beta1))
			.given("beta2", beta2)
			.given("epsilon", epsilon)
			.let("m", "first moment", "beta1 * m + (1 - beta1) * d * g")
			.let("v", "second moment", "beta2 * v + (1 - beta2) * (d * g)^2")
			.let("s", "what the gradients have in common",
					"sqrt(beta2) * s + (1 - sqrt(beta2)) * learningRate * d^2 * g")
			.let("w", "new parameter", "w - learningRate * d * m / (sqrt(v) + d * epsilon)");
	}

}
