package dev.descent.race.statistics;

/**
 * Two samples compared as one pair of many.
 *
 * @param first the number of a sample, from 0
 * @param second the number of another, higher than the first
 * @param test of the first against the second
 * @param adjusted the p-value of the test, adjusted for the number of pairs
 */
public record Comparison(int first, int second, RankTest test, double adjusted) {

	/** Whether the values of one of both are lower more often than not. */
	boolean favors(int sample) {
		return (sample == first) ? test.superiority() > 0.5 : test.superiority() < 0.5;
	}

}
