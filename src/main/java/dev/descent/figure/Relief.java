package dev.descent.figure;

import java.util.Arrays;

/**
 * The heights of a surface as they are drawn: perhaps their logarithms, and none that is
 * so high that nothing else could be seen.
 *
 * @param name of what is drawn
 * @param heights shape [y][x]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Relief(String name, double[] x, double[] y, double[][] heights, ColorScale scale, boolean logarithmic) {

	static Relief of(Mark.Surface surface, Style style) {
		boolean log = surface.isLogarithmic(style);
		double[][] heights = Arrays.stream(surface.heights())
			.map((row) -> Arrays.stream(row).map((height) -> log ? logarithm(height) : height).toArray())
			.toArray(double[][]::new);
		return new Relief(log ? "log10 of " + surface.name() : surface.name(), surface.x(), surface.y(), heights,
				ColorScale.over(heights), log);
	}

	/** What has no logarithm has no height. */
	private static double logarithm(double height) {
		return (height > 0) ? Math.log10(height) : Double.NaN;
	}

	/** A height on the same scale; at the edge of it if it is beyond. */
	double height(double raw) {
		double height = logarithmic ? logarithm(raw) : raw;
		return Double.isNaN(height) ? scale.low() : Math.clamp(height, scale.low(), scale.high());
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

	private static double between(double from, double to, double share) {
		return from + share * (to - from);
	}

}
