package dev.descent.race.statistics;

import java.util.Arrays;

import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * The two-sided U test of Mann and Whitney (1947, "On a test of whether one of two random
 * variables is stochastically larger than the other"): could both samples come from one
 * distribution? It asks for the order of the values alone, so +Infinity is a value like
 * any other, and equal to itself.
 *
 * @param u the number of pairs in which the value of the first sample is higher; equal
 * ones count half
 * @param p exact where there are no equal values and no sample has more than 50, else by
 * the normal approximation with corrections for ties and continuity
 * @param superiority the share of pairs in which the value of the first sample is lower;
 * equal ones count half; NaN without pairs
 */
public record RankTest(double u, double p, double superiority) {

	private static final int MOST_FOR_EXACT = 50;

	/**
	 * Compares two samples; where one is empty, nothing speaks for a difference.
	 * @throws IllegalArgumentException if a value is NaN
	 */
	public static RankTest of(double[] first, double[] second) {
		double pairs = (double) first.length * second.length;
		if (pairs == 0) {
			return new RankTest(0, 1, Double.NaN);
		}
		boolean few = Math.max(first.length, second.length) <= MOST_FOR_EXACT;
		var result = MannWhitneyUTest.withDefaults()
			.with(few ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
			.test(withOneZero(first), withOneZero(second));
		double u = result.getStatistic();
		// At its mean U says nothing; if all values are equal, the approximation is 0 /
		// 0.
		double p = (u == pairs / 2) ? 1 : result.getPValue();
		return new RankTest(u, p, (pairs - u) / pairs);
	}

	/** The ranking of the library takes -0.0 for lower than 0.0. */
	private static double[] withOneZero(double[] values) {
		return Arrays.stream(values).map((value) -> value + 0.0).toArray();
	}

}
