package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;

/**
 * Nesterov's momentum from differences of gradients, with three moments (Xie et al.,
 * 2022; decays written as what is kept, so the paper's beta is 1 minus ours).
 *
 * @param beta1 decay of the mean gradient, in [0, 1)
 * @param beta2 decay of the mean difference, in [0, 1)
 * @param beta3 decay of the second moment, in [0, 1)
 * @param epsilon positive; added to the root
 * @param weightDecay not negative; divides the parameters by 1 + learningRate *
 * weightDecay
 */
public record Adan(double beta1, double beta2, double beta3, double epsilon, double weightDecay) implements UpdateRule {

	public Adan {
		Ranges.requireShare("beta1", beta1);
		Ranges.requireShare("beta2", beta2);
		Ranges.requireShare("beta3", beta3);
		Ranges.requirePositive("epsilon", epsilon);
		Ranges.requireNotNegative("weightDecay", weightDecay);
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("m", "v", "n", "previous");
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double[] m = memory.vector(0);
		double[] v = memory.vector(1);
		double[] n = memory.vector(2);
		double[] previous = memory.vector(3);
		double rate = step.learningRate();
		double decay1 = step.momentum(beta1);
		double correction1 = 1 - Elementary.power(decay1, step.number());
		double correction2 = 1 - Elementary.power(beta2, step.number());
		double correction3 = 1 - Elementary.power(beta3, step.number());
		for (int i = 0; i < w.length; i++) {
			double difference = (step.number() == 1) ? 0 : g[i] - previous[i];
			double ahead = g[i] + beta2 * difference;
			m[i] = decay1 * m[i] + (1 - decay1) * g[i];
			v[i] = beta2 * v[i] + (1 - beta2) * difference;
			n[i] = beta3 * n[i] + (1 - beta3) * ahead * ahead;
			double direction = m[i] / correction1 + beta2 * v[i] / correction2;
			w[i] = (w[i] - rate * direction / (Math.sqrt(n[i] / correction3) + epsilon)) / (1 + rate * weightDecay);
			previous[i] = g[i];
		}
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		derivation.given("beta1", step.momentum(beta1))
			.given("beta2", beta2)
			.given("beta3", beta3)
			.given("epsilon", epsilon)
			.given("weightDecay", weightDecay)
			.let("difference", "change of the gradient; 0 at first", (step.number() == 1) ? "0" : "g - previous")
			.let("m", "mean gradient", "beta1 * m + (1 - beta1) * g")
			.let("v", "mean change", "beta2 * v + (1 - beta2) * difference")
			.let("n", "second moment", "beta3 * n + (1 - beta3) * (g + beta2 * difference)^2")
			.let("direction", "both means, corrected for their start at 0",
					"m / (1 - beta1^t) + beta2 * v / (1 - beta2^t)")
			.let("nHat", "second moment, corrected for its start at 0", "n / (1 - beta3^t)")
			.let("w", "new parameter",
					"(w - learningRate * direction / (sqrt(nHat) + epsilon)) / (1 + learningRate * weightDecay)")
			.let("previous", "gradient, for the next update", "g");
	}

}
