package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;

/**
 * Adds normal noise to each component of the gradient, with a variance
 * {@code eta / (1 + t)^gamma} that falls over the updates t = 0, 1, .. (Neelakantan et
 * al., 2015, Adding gradient noise improves learning for very deep networks, equation 1).
 *
 * @param eta not negative
 * @param gamma not negative; 0.55 in the paper
 */
public record GradientNoise(double eta, double gamma) implements GradientRule {

	public GradientNoise {
		Ranges.requireNotNegative("eta", eta);
		Ranges.requireNotNegative("gamma", gamma);
	}

	@Override
	public void apply(double[] g, long seed, long step) {
		double deviation = Math.sqrt(eta / StrictMath.pow((double) step, gamma));
		var random = RandomStream.of(seed, Purpose.GRADIENT_NOISE, step);
		for (int i = 0; i < g.length; i++) {
			g[i] += deviation * random.nextGaussian();
		}
	}

	@Override
	public void derive(Derivation derivation, double[] before, double[] after, int index) {
		derivation.found("noise", "drawn at random", after[index] - before[index])
			.let("g", "gradient with noise", "g + noise");
	}

}
