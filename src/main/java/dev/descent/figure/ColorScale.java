package dev.descent.figure;

import java.awt.Color;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Colours for the values from one number to another. Where there is a middle, the colours
 * on its two sides are those of the first two classes.
 *
 * @param low where the colours begin
 * @param high where they end
 * @param middle the value between two classes; NaN if there is none
 */
public record ColorScale(double low, double high, double middle) {

	private static final int STEPS = 256;

	/** Further out nothing can be subtracted without overflow. */
	private static final double FAR = 1e300;

	public ColorScale {
		low = Math.clamp(low, -FAR, FAR);
		high = Math.clamp(high, -FAR, FAR);
		if (!(low < high)) {
			double room = Math.max(0.5, 1e-9 * Math.abs(low));
			high = low + room;
			low = low - room;
		}
	}

	/** From the smallest to the largest of these that is finite. */
	public static ColorScale over(double[][] values) {
		double low = finite(values).min().orElse(0);
		double high = finite(values).max().orElse(1);
		return new ColorScale(low, high, Double.NaN);
	}

	/** From the smallest to the largest of these that is finite. */
	public static ColorScale over(double[] values) {
		return over(new double[][] { values });
	}

	/** With one class on each side of a value, to the same distance. */
	public static ColorScale around(double middle, double reach) {
		return new ColorScale(middle - reach, middle + reach, middle);
	}

	private static DoubleStream finite(double[][] values) {
		return Arrays.stream(values).flatMapToDouble(Arrays::stream).filter(Double::isFinite);
	}

	Color color(double value, Theme theme) {
		return Double.isNaN(value) ? theme.background() : colors(theme)[index(value)];
	}

	/** Where a value stands between the ends, 0 to 1. */
	double share(double value) {
		return Math.clamp((value - low) / (high - low), 0.0, 1.0);
	}

	private int index(double value) {
		return (int) Math.round((STEPS - 1) * share(value));
	}

	/** Evenly from low to high. */
	Color[] colors(Theme theme) {
		return Double.isNaN(middle) ? Palette.SEQUENTIAL : Palette.diverging(theme);
	}

}
