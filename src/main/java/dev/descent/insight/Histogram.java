package dev.descent.insight;

import java.util.Arrays;

import dev.descent.dataset.Statistics;
import dev.descent.engine.analysis.Bins;
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
		double width = Bins.width(low, statistics.max(), bins);
		double[] edges = new double[bins + 1];
		for (int i = 0; i <= bins; i++) {
			edges[i] = low + i * width;
		}
		double[] counts = new double[bins];
		Bins.count(values, from, to, low, width, counts, 0, bins);
		return new Histogram(statistics, edges, Arrays.stream(counts).mapToInt((count) -> (int) count).toArray());
	}

}
