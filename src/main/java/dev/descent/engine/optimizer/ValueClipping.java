package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;

/**
 * Cuts every component of the gradient to [-limit, limit].
 *
 * @param limit positive
 */
public record ValueClipping(double limit) implements GradientRule {

	public ValueClipping {
		if (!(limit > 0)) {
			throw new IllegalArgumentException("limit must be positive but was " + limit);
		}
	}

	@Override
	public void apply(double[] g, long seed, long step) {
		for (int i = 0; i < g.length; i++) {
			g[i] = Math.max(-limit, Math.min(limit, g[i]));
		}
	}

	@Override
	public void derive(Derivation derivation, double[] before, double[] after, int index) {
		derivation.given("limit", limit).let("g", "gradient, clipped", "max(-limit, min(limit, g))");
	}

}
