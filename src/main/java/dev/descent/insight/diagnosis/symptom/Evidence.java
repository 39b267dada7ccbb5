package dev.descent.insight.diagnosis.symptom;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A number against its threshold, and how it came about. Arrays must not be changed. */
@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(description = "A number against its threshold, with the series that it comes from.")
public record Evidence(@Schema(description = "What was measured.", example = "mean training loss") String measure,
		@Schema(description = "The layer, from 0; null for the whole network.", example = "0") @Nullable Integer layer,
		@Schema(description = "The number that decided; null if it is infinite.",
				example = "0.62") @Nullable Double value,
		@Schema(description = "On which side of the threshold the number is a bad sign.", example = "above") Side bad,
		@Schema(description = "The threshold.", example = "0.5") double threshold,
		@Schema(description = "The epochs that were looked at; empty if it does not change with them.",
				example = "[0, 500, 1000]") int[] epochs,
		@Schema(description = "The measure at these epochs; null where it is no finite number.",
				example = "[0.5, 0.6, 0.62]") double[] values) {

	/** On which side of a threshold numbers are bad. */
	public enum Side {

		ABOVE, BELOW

	}

	/** Points of a series that is shown; more would only be a longer answer. */
	private static final int MOST_POINTS = 200;

	/** Something that is too large. */
	static Evidence above(String measure, double value, double threshold) {
		return new Evidence(measure, null, orNull(value), Side.ABOVE, threshold, new int[0], new double[0]);
	}

	/** Something that is too small. */
	static Evidence below(String measure, double value, double threshold) {
		return new Evidence(measure, null, orNull(value), Side.BELOW, threshold, new int[0], new double[0]);
	}

	Evidence ofLayer(int number) {
		return new Evidence(measure, number, value, bad, threshold, epochs, values);
	}

	Evidence over(double[] at, double[] series) {
		return new Evidence(measure, layer, value, bad, threshold, wholeNumbers(thinned(at)), thinned(series));
	}

	/** Epochs as whole numbers, which they are. */
	public static int[] wholeNumbers(double[] epochs) {
		return Arrays.stream(epochs).mapToInt((epoch) -> (int) epoch).toArray();
	}

	/** As many points as are shown, evenly chosen, the first and the last among them. */
	public static double[] thinned(double[] series) {
		int count = series.length;
		return (count <= MOST_POINTS) ? series
				: IntStream.range(0, MOST_POINTS)
					.mapToDouble((i) -> series[(int) ((long) i * (count - 1) / (MOST_POINTS - 1))])
					.toArray();
	}

	private static @Nullable Double orNull(double value) {
		return Double.isFinite(value) ? (Double) value : null;
	}

}
