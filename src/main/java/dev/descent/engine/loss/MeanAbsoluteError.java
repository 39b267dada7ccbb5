package dev.descent.engine.loss;

import dev.descent.engine.formula.Derivation;

/**
 * The mean over samples and outputs of {@code |a - target|}; the derivative at 0 is taken
 * as 0.
 */
public record MeanAbsoluteError() implements PointwiseLoss {

	@Override
	public double value(double error) {
		return Math.abs(error);
	}

	@Override
	public double slope(double error) {
		return Math.signum(error);
	}

	@Override
	public void derive(Derivation derivation, LossPoint at) {
		derive(derivation, "abs(a - y) / outputs", "sign(a - y) / (outputs * batch)");
	}

}
