package dev.descent.engine.loss;

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

}
