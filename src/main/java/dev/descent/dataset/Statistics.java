package dev.descent.dataset;

import java.util.function.IntToDoubleFunction;

/**
 * Where numbers lie.
 *
 * @param standardDeviation of these numbers themselves (divided by their count), and
 * exactly 0 if all are equal
 */
public record Statistics(double min, double max, double mean, double standardDeviation) {

	/** The statistics of {@code number(0)} to {@code number(count - 1)}. */
	public static Statistics of(int count, IntToDoubleFunction number) {
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		double sum = 0;
		for (int i = 0; i < count; i++) {
			double value = number.applyAsDouble(i);
			min = Math.min(min, value);
			max = Math.max(max, value);
			sum += value;
		}
		if (min == max) {
			return new Statistics(min, max, min, 0);
		}
		double mean = sum / count;
		double squares = 0;
		for (int i = 0; i < count; i++) {
			double deviation = number.applyAsDouble(i) - mean;
			squares += deviation * deviation;
		}
		return new Statistics(min, max, mean, Math.sqrt(squares / count));
	}

}
