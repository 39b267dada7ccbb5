package dev.descent.engine.analysis;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A function at five points that are a step apart, and what their differences tell: the
 * derivative, and how far it can be trusted.
 *
 * @param step positive
 * @param down2 the value two steps before the middle
 */
record Stencil(double step, double down2, double down, double middle, double up, double up2) {

	/** The standard deviation of a fourth difference of noise, in that of the noise. */
	private static final double FOURTH = Math.sqrt(1 + 16 + 36 + 16 + 1);

	/** The same of a third difference over two steps. */
	private static final double THIRD = Math.sqrt(1 + 4 + 4 + 1);

	/** The lower quartile of the magnitude of a standard normal number. */
	private static final double QUARTILE = 0.31864;

	/** Standard deviations that noise hardly reaches. */
	private static final double DEVIATIONS = 3;

	/**
	 * The standard deviation of the rounding of a value: fourth differences of a smooth
	 * function are nothing else (More and Wild, 2011, "Estimating computational noise").
	 * Corners make some of them larger, so the lower quartile counts.
	 * @param stencils at least one
	 */
	static double noise(List<Stencil> stencils) {
		double[] sizes = stencils.stream().mapToDouble(Stencil::fourthDifference).map(Math::abs).sorted().toArray();
		return sizes[sizes.length / 4] / (QUARTILE * FOURTH);
	}

	private double fourthDifference() {
		return up2 - 4 * up + 6 * middle - 4 * down + down2;
	}

	private double thirdDifference() {
		return up2 - 2 * up + 2 * down - down2;
	}

	/**
	 * Whether the function is not as smooth within the points as it seems elsewhere.
	 */
	boolean hasCorner(double noise) {
		return Math.abs(fourthDifference()) > DEVIATIONS * FOURTH * noise
				|| Math.abs(thirdDifference()) > DEVIATIONS * THIRD * noise;
	}

	boolean isFinite() {
		return DoubleStream.of(down2, down, middle, up, up2).allMatch(Double::isFinite);
	}

	/** The central difference. */
	double derivative() {
		return (up - down) / (2 * step);
	}

	/**
	 * By how much the central difference is off because it is not a limit: a third of
	 * what it changes by when the step is doubled (Richardson, 1911).
	 */
	double truncation() {
		return Math.abs(thirdDifference()) / (4 * step) / 3;
	}

}
