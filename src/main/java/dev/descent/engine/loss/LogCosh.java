package dev.descent.engine.loss;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;

/**
 * The mean over samples and outputs of {@code log(cosh(a - target))}: like half the
 * square for small errors, like the magnitude for large ones, and smooth.
 */
public record LogCosh() implements PointwiseLoss, SeparableLoss {

	private static final double LN2 = 0.6931471805599453;

	@Override
	public double secondDerivative(double z, double a, double target, int outputs) {
		double t = Elementary.tanh(a - target);
		return (1 - t * t) / outputs;
	}

	@Override
	public double value(double error) {
		double size = Math.abs(error);
		return size + Elementary.softplus(-2 * size) - LN2;
	}

	@Override
	public double slope(double error) {
		return Elementary.tanh(error);
	}

	@Override
	public void derive(Derivation derivation, LossPoint at) {
		derive(derivation, "(abs(a - y) + ln((1 + exp(-2 * abs(a - y))) / 2)) / outputs",
				"tanh(a - y) / (outputs * batch)");
	}

}
