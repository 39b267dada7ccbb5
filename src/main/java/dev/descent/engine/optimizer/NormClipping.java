package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;

/**
 * Shortens a gradient that is too long, {@code g *= min(1, maxNorm / (|g| + epsilon))},
 * with one Euclidean norm over all weights and biases (Pascanu, Mikolov and Bengio, 2013,
 * algorithm 1).
 *
 * @param maxNorm positive
 * @param epsilon not negative; 0 in the paper, 1e-6 in PyTorch
 */
public record NormClipping(double maxNorm, double epsilon) implements GradientRule {

	public NormClipping {
		if (!(maxNorm > 0)) {
			throw new IllegalArgumentException("maxNorm must be positive but was " + maxNorm);
		}
		if (!(epsilon >= 0)) {
			throw new IllegalArgumentException("epsilon must not be negative but was " + epsilon);
		}
	}

	@Override
	public void apply(double[] g, long seed, long step) {
		double sum = 0;
		for (double component : g) {
			sum += component * component;
		}
		double scale = maxNorm / (Math.sqrt(sum) + epsilon);
		if (scale < 1) {
			for (int i = 0; i < g.length; i++) {
				g[i] *= scale;
			}
		}
	}

	@Override
	public void derive(Derivation derivation, double[] before, double[] after, int index) {
		double norm = Vectors.norm(before);
		if (maxNorm < norm + epsilon) {
			derivation.given("maxNorm", maxNorm)
				.given("epsilon", epsilon)
				.found("norm", "length of the gradient", norm)
				.let("g", "gradient, clipped", "g * maxNorm / (norm + epsilon)");
		}
	}

}
