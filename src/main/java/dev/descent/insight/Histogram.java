package dev.descent.insight;

import dev.descent.dataset.Statistics;
import io.swagger.v3.oas.annotations.media.Schema;

/** How some numbers are spread. */
@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(description = "How some numbers are spread: evenly wide bins from the smallest to the largest.")
public record Histogram(@Schema(description = "The numbers in short.") Statistics statistics,
		@Schema(description = "Where the bins begin and end, one more than counts.",
				example = "[-1.0, 0.0, 1.0]") double[] edges,
		@Schema(description = "How many numbers are in each bin; the last one has the largest number too.",
				example = "[3, 5]") int[] counts) {

	/** Of the numbers {@code values[from]} to {@code values[to - 1]}, all finite. */
	static Histogram of(double[] values, int from, int to, int bins) {
		var statistics = Statistics.of(to - from, (i) -> values[from + i]);
		double low = statistics.min();
		double width = (statistics.max() > low) ? (statistics.max() - low) / bins : 1.0 / bins;
		double[] edges = new double[bins + 1];
		for (int i = 0; i <= bins; i++) {
			edges[i] = low + i * width;
		}
		int[] counts = new int[bins];
		for (int i = from; i < to; i++) {
			counts[Math.min(bins - 1, (int) ((values[i] - low) / width))]++;
		}
		return new Histogram(statistics, edges, counts);
	}

}
