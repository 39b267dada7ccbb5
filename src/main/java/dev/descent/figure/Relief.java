package dev.descent.figure;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The heights of a surface as they are drawn: perhaps their logarithms, and none that is
 * so high that nothing else could be seen.
 *
 * @param name of what is drawn
 * @param heights shape [y][x]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Relief(String name, double[] x, double[] y, double[][] heights, ColorScale scale, boolean logarithmic) {

	/** Logarithms reach so far down from the highest at most. */
	private static final double DECADES = 8;

	static Relief of(Mark.Surface surface, Style style) {
		if (!surface.isLogarithmic(style)) {
			return new Relief(surface.name(), surface.x(), surface.y(), surface.heights(),
					ColorScale.over(surface.heights()), false);
		}
		double[][] logarithms = mapped(surface.heights(), Relief::logarithm);
		var scale = ColorScale.over(logarithms);
		double low = Math.max(scale.low(), scale.high() - DECADES);
		return new Relief("log10 of " + surface.name(), surface.x(), surface.y(),
				mapped(logarithms, (height) -> Math.clamp(height, low, scale.high())),
				new ColorScale(low, scale.high(), Double.NaN), true);
	}

	private static double[][] mapped(double[][] heights, DoubleUnaryOperator mapping) {
		return Arrays.stream(heights).map((row) -> Arrays.stream(row).map(mapping).toArray()).toArray(double[][]::new);
	}

	/** What has no logarithm is as low as can be. */
	private static double logarithm(double height) {
		return (height <= 0) ? Double.NEGATIVE_INFINITY : Math.log10(height);
	}

	/** A height on the same scale; at the edge of it if it is beyond. */
	double height(double raw) {
		double height = logarithmic ? logarithm(raw) : raw;
		return Double.isNaN(height) ? scale.high() : Math.clamp(height, scale.low(), scale.high());
	}

	/** The height at a place, between the points of the grid. */
	double heightAt(double atX, double atY) {
		double column = Math.clamp((atX - x[0]) / (x[x.length - 1] - x[0]) * (x.length - 1), 0.0, x.length - 1.0);
		double row = Math.clamp((atY - y[0]) / (y[y.length - 1] - y[0]) * (y.length - 1), 0.0, y.length - 1.0);
		int j = Math.min((int) column, x.length - 2);
		int i = Math.min((int) row, y.length - 2);
		double lower = between(heights[i][j], heights[i][j + 1], column - j);
		double upper = between(heights[i + 1][j], heights[i + 1][j + 1], column - j);
		double height = between(lower, upper, row - i);
		return Double.isFinite(height) ? height : scale.high();
	}

	/** Whether a place is on the grid. */
	boolean covers(double atX, double atY) {
		return atX >= x[0] && atX <= x[x.length - 1] && atY >= y[0] && atY <= y[y.length - 1];
	}

	private static double between(double from, double to, double share) {
		return from + share * (to - from);
	}

}
