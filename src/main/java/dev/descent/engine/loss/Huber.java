package dev.descent.engine.loss;

import dev.descent.engine.formula.Derivation;

/**
 * The mean over samples and outputs of {@code e^2 / 2} for errors up to delta and
 * {@code delta
 * (|e| - delta / 2)} beyond, so that outliers pull no harder (Huber, 1964).
 *
 * @param delta positive
 */
public record Huber(double delta) implements PointwiseLoss, SeparableLoss {

	public Huber {
		if (!(delta > 0)) {
			throw new IllegalArgumentException("delta must be positive but was " + delta);
		}
	}

	@Override
	public double secondDerivative(double z, double a, double target, int outputs) {
		return (Math.abs(a - target) <= delta) ? 1.0 / outputs : 0;
	}

	@Override
	public double value(double error) {
		double size = Math.abs(error);
		return (size <= delta) ? 0.5 * error * error : delta * (size - 0.5 * delta);
	}

	@Override
	public double slope(double error) {
		return Math.max(-delta, Math.min(delta, error));
	}

	@Override
	public void derive(Derivation derivation, LossPoint at) {
		derivation.given("delta", delta);
		derive(derivation, "if(abs(a - y) > delta, delta * (abs(a - y) - delta / 2), (a - y)^2 / 2) / outputs",
				"max(-delta, min(delta, a - y)) / (outputs * batch)");
	}

}
