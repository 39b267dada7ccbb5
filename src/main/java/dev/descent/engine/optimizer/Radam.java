package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;

/**
 * Adam whose adaptive step is rectified while its variance is unknown (Liu et al., 2020,
 * algorithm 2); before that, momentum alone.
 *
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in (0, 1)
 * @param epsilon positive; added to the root
 */
public record Radam(double beta1, double beta2, double epsilon) implements UpdateRule {

	public Radam {
		Ranges.requireShare("beta1", beta1);
		Ranges.requireShare("beta2", beta2);
		Ranges.requirePositive("beta2", beta2);
		Ranges.requirePositive("epsilon", epsilon);
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("m", "v");
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double[] m = memory.vector(0);
		double[] v = memory.vector(1);
		double decay1 = step.momentum(beta1);
		double rate = step.learningRate() / (1 - Elementary.power(decay1, step.number()));
		double power2 = Elementary.power(beta2, step.number());
		double longest = 2 / (1 - beta2) - 1;
		double length = longest - 2 * step.number() * power2 / (1 - power2);
		boolean adaptive = length > 5;
		double rectified = adaptive
				? rate * Math.sqrt(1 - power2)
						* Math.sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length))
				: rate;
		for (int i = 0; i < w.length; i++) {
			m[i] = decay1 * m[i] + (1 - decay1) * g[i];
			v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
			w[i] -= adaptive ? rectified * m[i] / (Math.sqrt(v[i]) + epsilon) : rectified * m[i];
		}
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		derivation.given("beta1", step.momentum(beta1))
			.given("beta2", beta2)
			.given("epsilon", epsilon)
			.let("m", "first moment", "beta1 * m + (1 - beta1) * g")
			.let("v", "second moment", "beta2 * v + (1 - beta2) * g^2")
			.let("mHat", "first moment, corrected for its start at 0", "m / (1 - beta1^t)")
			.let("rhoInf", "length of the mean after a long time", "2 / (1 - beta2) - 1")
			.let("rho", "length of the mean by now", "rhoInf - 2 * t * beta2^t / (1 - beta2^t)");
		if (derivation.value("rho") > 5) {
			derivation
				.let("r", "rectification", "sqrt((rho - 4) * (rho - 2) * rhoInf / ((rhoInf - 4) * (rhoInf - 2) * rho))")
				.let("w", "new parameter", "w - learningRate * r * mHat * sqrt(1 - beta2^t) / (sqrt(v) + epsilon)");
		}
		else {
			derivation.let("w", "new parameter; the variance is not known yet", "w - learningRate * mHat");
		}
	}

}
