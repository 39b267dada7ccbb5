package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;

/**
 * Descent that needs no schedule because its result is an average: the gradient is taken
 * at {@code y = (1 - momentum) z + momentum x}, z descends, and x averages z with weights
 * {@code learningRate^2} (Defazio et al., 2024; with {@code adaptive}, the gradient
 * divided by Adam's corrected root mean square, as in its AdamW form, algorithm 1).
 *
 * @param momentum in (0, 1); how near to the average the gradient is taken
 * @param adaptive whether steps are scaled as in Adam
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon positive; added to the root
 * @param warmupSteps updates over which the rate rises to its value, not negative
 * @param weightDecay not negative; adds this share of y to the step
 */
public record ScheduleFree(double momentum, boolean adaptive, double beta2, double epsilon, int warmupSteps,
		double weightDecay) implements UpdateRule {

	public ScheduleFree {
		Ranges.requirePositive("momentum", momentum);
		Ranges.requireShare("momentum", momentum);
		Ranges.requireShare("beta2", beta2);
		Ranges.requirePositive("epsilon", epsilon);
		Ranges.requireNotNegative("warmupSteps", warmupSteps);
		Ranges.requireNotNegative("weightDecay", weightDecay);
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("x", "z", "v").withScalars("weightSum");
	}

	@Override
	public void start(double[] w, Memory memory) {
		System.arraycopy(w, 0, memory.vector(0), 0, w.length);
		System.arraycopy(w, 0, memory.vector(1), 0, w.length);
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double[] x = memory.vector(0);
		double[] z = memory.vector(1);
		double[] v = memory.vector(2);
		double rate = step.learningRate() * Math.min(1, step.number() / Math.max(1.0, warmupSteps));
		double correction2 = 1 - Elementary.power(beta2, step.number());
		memory.scalars()[0] += rate * rate;
		double share = (rate == 0) ? 0 : rate * rate / memory.scalars()[0];
		for (int i = 0; i < w.length; i++) {
			double direction = g[i];
			if (adaptive) {
				v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
				direction /= Math.sqrt(v[i] / correction2) + epsilon;
			}
			z[i] -= rate * (direction + weightDecay * w[i]);
			x[i] += share * (z[i] - x[i]);
			w[i] = (1 - momentum) * z[i] + momentum * x[i];
		}
	}

	@Override
	public double[] result(Memory memory) {
		return memory.vector(0);
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		derivation.given("momentum", momentum)
			.given("beta2", beta2)
			.given("epsilon", epsilon)
			.given("warmupSteps", warmupSteps)
			.given("weightDecay", weightDecay)
			.let("rate", "rate of the warm-up", "learningRate * min(1, t / max(1, warmupSteps))");
		if (adaptive) {
			derivation.let("v", "second moment", "beta2 * v + (1 - beta2) * g^2")
				.let("vHat", "second moment, corrected for its start at 0", "v / (1 - beta2^t)")
				.let("direction", "scaled gradient", "g / (sqrt(vHat) + epsilon)");
		}
		else {
			derivation.let("direction", "gradient, as it is", "g");
		}
		derivation.let("z", "where plain descent goes", "z - rate * (direction + weightDecay * w)")
			.let("weightSum", "sum of the weights of the mean", "weightSum + rate^2");
		if (derivation.value("weightSum") > 0) {
			derivation.let("x", "weighted mean of z, the result", "x + rate^2 / weightSum * (z - x)");
		}
		derivation.let("w", "new parameter, where the next gradient is taken", "(1 - momentum) * z + momentum * x");
	}

}
