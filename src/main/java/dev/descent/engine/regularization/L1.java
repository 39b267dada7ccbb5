package dev.descent.engine.regularization;

import dev.descent.engine.formula.Derivation;

/**
 * {@code strength * sum |w|}, which drives weights to exactly zero (Tibshirani, 1996);
 * the derivative at 0 is taken as 0.
 *
 * @param strength not negative
 */
public record L1(double strength) implements Penalty {

	public L1 {
		if (!(strength >= 0)) {
			throw new IllegalArgumentException("strength must not be negative but was " + strength);
		}
	}

	@Override
	public double of(double[] w, int from, int to) {
		double sum = 0;
		for (int i = from; i < to; i++) {
			sum += Math.abs(w[i]);
		}
		return strength * sum;
	}

	@Override
	public void addGradient(double[] w, double[] gradient, int from, int to) {
		for (int i = from; i < to; i++) {
			gradient[i] += strength * Math.signum(w[i]);
		}
	}

	@Override
	public double secondDerivative() {
		return 0;
	}

	@Override
	public void derive(Derivation derivation) {
		derivation.given("l1", strength).let("g", "gradient with the L1 penalty", "g + l1 * sign(w)");
	}

}
