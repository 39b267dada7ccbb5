package dev.descent.engine.regularization;

import dev.descent.engine.formula.Derivation;

/**
 * {@code strength / 2 * sum w^2}, which keeps weights small (Hoerl and Kennard, 1970).
 *
 * @param strength not negative
 */
public record L2(double strength) implements Penalty {

	public L2 {
		if (!(strength >= 0)) {
			throw new IllegalArgumentException("strength must not be negative but was " + strength);
		}
	}

	@Override
	public double of(double[] w, int from, int to) {
		double sum = 0;
		for (int i = from; i < to; i++) {
			sum += w[i] * w[i];
		}
		return strength / 2 * sum;
	}

	@Override
	public void addGradient(double[] w, double[] gradient, int from, int to) {
		for (int i = from; i < to; i++) {
			gradient[i] += strength * w[i];
		}
	}

	@Override
	public double secondDerivative() {
		return strength;
	}

	@Override
	public void derive(Derivation derivation) {
		derivation.given("l2", strength).let("g", "gradient with the L2 penalty", "g + l2 * w");
	}

}
