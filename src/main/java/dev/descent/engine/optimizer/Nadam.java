package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;

/**
 * Adam with Nesterov's momentum (Dozat, 2016), with the momentum warming up as
 * {@code mu_t = beta1 (1 - 0.96^(t momentumDecay) / 2)}.
 *
 * @param beta1 of the momentum, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon positive; added to the root
 * @param momentumDecay positive; how soon the momentum reaches beta1
 * @param slip whether to repeat what PyTorch 1.13 computed, {@code 1 - P_t mu_t mu_(t+1)}
 * where {@code 1 - P_(t+1)} belongs
 */
public record Nadam(double beta1, double beta2, double epsilon, double momentumDecay,
		boolean slip) implements UpdateRule {

	public Nadam {
		Ranges.requireShare("beta1", beta1);
		Ranges.requireShare("beta2", beta2);
		Ranges.requirePositive("epsilon", epsilon);
		Ranges.requireNotNegative("momentumDecay", momentumDecay);
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("m", "v").withScalars("momentumProduct");
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double[] m = memory.vector(0);
		double[] v = memory.vector(1);
		double decay1 = step.momentum(beta1);
		double now = momentum(decay1, step.number());
		double next = momentum(decay1, step.number() + 1);
		double product = ((step.number() == 1) ? 1 : memory.scalars()[0]) * now;
		memory.scalars()[0] = product;
		double ofGradient = step.learningRate() * (1 - now) / (1 - product);
		double ofMoment = step.learningRate() * next / (1 - product * (slip ? now * next : next));
		double correction2 = 1 - Elementary.power(beta2, step.number());
		for (int i = 0; i < w.length; i++) {
			m[i] = decay1 * m[i] + (1 - decay1) * g[i];
			v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
			w[i] -= (ofGradient * g[i] + ofMoment * m[i]) / (Math.sqrt(v[i] / correction2) + epsilon);
		}
	}

	private double momentum(double decay1, long time) {
		return decay1 * (1 - 0.5 * StrictMath.pow(0.96, time * momentumDecay));
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		derivation.given("beta1", step.momentum(beta1))
			.given("beta2", beta2)
			.given("epsilon", epsilon)
			.given("momentumDecay", momentumDecay)
			.let("m", "first moment", "beta1 * m + (1 - beta1) * g")
			.let("v", "second moment", "beta2 * v + (1 - beta2) * g^2")
			.let("mu", "momentum now", "beta1 * (1 - 0.5 * 0.96^(t * momentumDecay))")
			.let("muNext", "momentum of the next update", "beta1 * (1 - 0.5 * 0.96^((t + 1) * momentumDecay))")
			.let("momentumProduct", "product of the momentums so far",
					(step.number() == 1) ? "mu" : "momentumProduct * mu")
			.let("vHat", "second moment, corrected for its start at 0", "v / (1 - beta2^t)")
			.let("direction", "gradient and first moment, each corrected",
					slip ? "(1 - mu) * g / (1 - momentumProduct) + muNext * m / (1 - momentumProduct * mu * muNext)"
							: "(1 - mu) * g / (1 - momentumProduct) + muNext * m / (1 - momentumProduct * muNext)")
			.let("w", "new parameter", "w - learningRate * direction / (sqrt(vHat) + epsilon)");
	}

}
