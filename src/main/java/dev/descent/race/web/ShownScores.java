package dev.descent.race.web;

import java.util.stream.DoubleStream;

/**
 * How scores are drawn: by their ratios if they span more than a factor of 100, and no
 * further than a million times the lowest, for what is worse is no more than bad.
 *
 * @param top the highest that is drawn
 */
record ShownScores(boolean logarithmic, double top) {

	private static final double WIDE = 100;

	private static final double FAR = 1e6;

	/** For medians, some of which may be none or infinite. */
	static ShownScores of(DoubleStream medians) {
		var extent = medians.filter(Double::isFinite).summaryStatistics();
		boolean logarithmic = extent.getMin() > 0 && extent.getMax() > WIDE * extent.getMin();
		return new ShownScores(logarithmic,
				logarithmic ? Math.min(FAR * extent.getMin(), extent.getMax()) : extent.getMax());
	}

	/** Whether it is not so bad that it is not drawn. */
	boolean shows(double score) {
		return score <= top;
	}

	double capped(double score) {
		return Math.min(score, top);
	}

}
