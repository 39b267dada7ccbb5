package dev.descent.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** What repeated measurements of one quantity gave. */
record Spread(double median, double lowest, double highest) {

	static Spread of(double... values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		int middle = sorted.length / 2;
		double median = (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
		return new Spread(median, sorted[0], sorted[sorted.length - 1]);
	}

	Spread times(double factor) {
		return new Spread(factor * median, factor * lowest, factor * highest);
	}

	Spread plus(double summand) {
		return new Spread(median + summand, lowest + summand, highest + summand);
	}

	/** The time of one, from how many there are in a second. */
	Spread inverted() {
		return new Spread(1 / median, 1 / highest, 1 / lowest);
	}

	@Override
	public String toString() {
		return "%s (%s to %s)".formatted(number(median), number(lowest), number(highest));
	}

	/** Three digits are more than what is certain. */
	static String number(double value) {
		double size = Math.abs(value);
		String format = (size >= 100) ? "%,.0f" : (size >= 10) ? "%.1f" : "%.2f";
		return (value == 0) ? "0" : String.format(Locale.ROOT, format, value);
	}

}
