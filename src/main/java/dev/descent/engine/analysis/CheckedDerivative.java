package dev.descent.engine.analysis;

import org.jspecify.annotations.Nullable;

/**
 * A derivative by backpropagation beside a central difference.
 *
 * @param analytic by backpropagation
 * @param numeric by differences
 * @param step of the difference
 * @param resolution the smallest derivative that differences tell from rounding
 * @param tolerance what rounding and truncation explain
 */
public record CheckedDerivative(double analytic, double numeric, double step, double resolution, double tolerance,
		Agreement agreement) {

	/** Derivatives this many times as large as the resolution have a relative error. */
	private static final double RESOLVED = 100;

	public double error() {
		return Math.abs(analytic - numeric);
	}

	/**
	 * The error as a share of the larger of both; null if they are too small for
	 * differences to tell.
	 */
	public @Nullable Double relativeError() {
		double size = Math.max(Math.abs(analytic), Math.abs(numeric));
		return (size > RESOLVED * resolution) ? (Double) (error() / size) : null;
	}

	CheckedDerivative with(Agreement agreement) {
		return new CheckedDerivative(analytic, numeric, step, resolution, tolerance, agreement);
	}

}
