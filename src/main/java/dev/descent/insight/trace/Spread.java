package dev.descent.insight.trace;

import java.util.stream.DoubleStream;

/**
 * How some numbers lie.
 *
 * @param count how many
 * @param norm the Euclidean length of all
 */
public record Spread(long count, double smallest, double largest, double mean, double norm) {

	static Spread of(DoubleStream values) {
		double[] all = values.toArray();
		double smallest = Double.POSITIVE_INFINITY;
		double largest = Double.NEGATIVE_INFINITY;
		double sum = 0;
		double square = 0;
		for (double value : all) {
			smallest = Math.min(smallest, value);
			largest = Math.max(largest, value);
			sum += value;
			square += value * value;
		}
		return new Spread(all.length, smallest, largest, sum / all.length, Math.sqrt(square));
	}

}
