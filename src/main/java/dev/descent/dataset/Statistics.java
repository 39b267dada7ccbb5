package dev.descent.dataset;

import java.util.function.IntToDoubleFunction;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Where numbers lie.
 *
 * @param standardDeviation of these numbers themselves (divided by their count), and
 * exactly 0 if all are equal
 */
@Schema(description = "Where numbers lie.")
public record Statistics(@Schema(description = "The smallest.", example = "-1.2") double min,
		@Schema(description = "The largest.", example = "2.1") double max,
		@Schema(description = "The mean.", example = "0.5") double mean,
		@Schema(description = "The standard deviation of these numbers (divided by their count).",
				example = "0.9") double standardDeviation) {

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
