package dev.descent.engine.schedule;

import dev.descent.engine.kernel.Elementary;

/**
 * The functions that several schedules share. {@link StrictMath} would give the same bits
 * everywhere too, but takes memory at every call.
 */
final class Wave {

	/** 1 / (2 n)! with alternating sign for n = 9 down to 1. */
	private static final double[] COSINE_SERIES = { -1.0 / 6402373705728000L, 1.0 / 20922789888000L,
			-1.0 / 87178291200L, 1.0 / 479001600, -1.0 / 3628800, 1.0 / 40320, -1.0 / 720, 1.0 / 24, -1.0 / 2 };

	private Wave() {
	}

	/**
	 * Half a cosine wave from 1 at share 0 to 0 at share 1,
	 * {@code (1 + cos(pi share)) / 2}, and back to 1 at share 2.
	 */
	static double fall(double share) {
		double within = share - 2 * Math.floor(share / 2);
		double mirrored = (within > 1) ? 2 - within : within;
		return (mirrored > 0.5) ? 1 - squaredCosine(1 - mirrored) : squaredCosine(mirrored);
	}

	/**
	 * {@code cos(pi x / 2)^2} for x from 0 to 1/2, by the Taylor series of the cosine.
	 */
	private static double squaredCosine(double x) {
		double square = (Math.PI / 2 * x) * (Math.PI / 2 * x);
		double sum = COSINE_SERIES[0];
		for (int n = 1; n < COSINE_SERIES.length; n++) {
			sum = sum * square + COSINE_SERIES[n];
		}
		double cosine = 1 + square * sum;
		return cosine * cosine;
	}

	/** {@code base^exponent} for a base that is not negative. */
	static double power(double base, double exponent) {
		return (base == 0) ? 0 : Elementary.exp(exponent * Elementary.log(base));
	}

}
