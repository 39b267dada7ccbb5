package dev.descent.race.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * A share and how sure it is: the 95 % score interval of Wilson (1927, "Probable
 * inference, the law of succession, and statistical inference") without continuity
 * correction.
 *
 * @param count how many did it
 * @param of how many tried
 * @param share count / of; NaN where nobody tried
 * @param low from 0
 * @param high to 1
 */
public record Proportion(int count, int of, double share, double low, double high) {

	private static final double ERROR_RATE = 0.05;

	/**
	 * The proportion of a count.
	 * @throws IllegalArgumentException unless 0 &lt;= count &lt;= of
	 */
	public static Proportion of(int count, int of) {
		if (count < 0 || count > of) {
			throw new IllegalArgumentException("expected a count from 0 to " + of + " but got " + count);
		}
		if (of == 0) {
			return new Proportion(0, 0, Double.NaN, 0, 1);
		}
		var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(of, count, ERROR_RATE);
		// None and all reach the ends exactly, but for rounding.
		double low = (count == 0) ? 0 : interval.getLowerBound();
		double high = (count == of) ? 1 : interval.getUpperBound();
		return new Proportion(count, of, (double) count / of, low, high);
	}

}
