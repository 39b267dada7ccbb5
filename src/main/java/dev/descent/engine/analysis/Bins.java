package dev.descent.engine.analysis;

import java.util.Arrays;

/** Counts numbers in evenly wide bins. */
public final class Bins {

	private Bins() {
	}

	/**
	 * How many of {@code values[from]} to {@code values[to - 1]} are in each bin. The
	 * last one has the largest number too.
	 * @param low where the first bin begins
	 * @param width of a bin
	 * @param counts overwritten from {@code at} on
	 */
	public static void count(double[] values, int from, int to, double low, double width, double[] counts, int at,
			int bins) {
		Arrays.fill(counts, at, at + bins, 0);
		for (int i = from; i < to; i++) {
			counts[at + Math.clamp((int) ((values[i] - low) / width), 0, bins - 1)]++;
		}
	}

	/** The width of the bins from the smallest to the largest number. */
	public static double width(double low, double high, int bins) {
		return (high > low) ? (high - low) / bins : 1.0 / bins;
	}

	/**
	 * The smallest and the largest number, and the counts of the bins between them.
	 * @param into overwritten from {@code at} on: smallest, largest, counts
	 */
	static void spread(double[] values, int from, int to, double[] into, int at, int bins) {
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (int i = from; i < to; i++) {
			low = Math.min(low, values[i]);
			high = Math.max(high, values[i]);
		}
		into[at] = low;
		into[at + 1] = high;
		count(values, from, to, low, width(low, high, bins), into, at + 2, bins);
	}

}
