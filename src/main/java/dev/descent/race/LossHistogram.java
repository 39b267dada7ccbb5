package dev.descent.race;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import dev.descent.engine.analysis.Bins;

/**
 * How losses are spread. There are about as many bins as the root of their number. Where
 * they span more than a factor of 100, the bins are of equal ratios.
 *
 * @param logarithmic whether they are
 * @param edges where the bins begin and end, one more than counts; none of no losses
 * @param counts the last bin has the largest loss too
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LossHistogram(boolean logarithmic, double[] edges, int[] counts) {

	private static final int FEWEST = 5;

	private static final int MOST = 40;

	private static final double WIDE = 100;

	/**
	 * @param losses all finite
	 */
	static LossHistogram of(double[] losses) {
		if (losses.length == 0) {
			return new LossHistogram(false, new double[0], new int[0]);
		}
		var extent = Arrays.stream(losses).summaryStatistics();
		boolean logarithmic = extent.getMin() > 0 && extent.getMax() > WIDE * extent.getMin();
		DoubleUnaryOperator scale = logarithmic ? Math::log10 : (loss) -> loss;
		double[] scaled = Arrays.stream(losses).map(scale).toArray();
		int bins = Math.clamp((long) Math.ceil(Math.sqrt(losses.length)), FEWEST, MOST);
		double low = scale.applyAsDouble(extent.getMin());
		double width = Bins.width(low, scale.applyAsDouble(extent.getMax()), bins);
		double[] counts = new double[bins];
		Bins.count(scaled, 0, scaled.length, low, width, counts, 0, bins);
		return new LossHistogram(logarithmic,
				IntStream.rangeClosed(0, bins)
					.mapToDouble((i) -> low + i * width)
					.map((edge) -> logarithmic ? Math.pow(10, edge) : edge)
					.toArray(),
				Arrays.stream(counts).mapToInt((count) -> (int) count).toArray());
	}

}
