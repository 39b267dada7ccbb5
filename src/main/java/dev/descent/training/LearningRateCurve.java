package dev.descent.training;

import org.jspecify.annotations.Nullable;

/**
 * The loss against a learning rate that grows by the same factor from point to point, one
 * point an update.
 */
public final class LearningRateCurve {

	private final double[] rates;

	private final double[] losses;

	private final double[] smoothed;

	/** The first point whose average is over enough losses to go by. */
	private final int first;

	/** From the beginning to the end of what a slope is taken over, in points. */
	private final int stretch;

	/**
	 * @param rates ascending
	 * @param losses of the batch, before the update at that rate
	 * @param smoothed the moving average of the losses
	 * @param reach how many losses an average is over, in effect; at least 1
	 */
	LearningRateCurve(double[] rates, double[] losses, double[] smoothed, int reach) {
		this.rates = rates;
		this.losses = losses;
		this.smoothed = smoothed;
		this.first = reach - 1;
		this.stretch = Math.max(1, reach / 2);
	}

	public int size() {
		return rates.length;
	}

	/** The learning rates; not a copy. */
	public double[] rates() {
		return rates;
	}

	/** The losses of the batches; not a copy. */
	public double[] losses() {
		return losses;
	}

	/** The smoothed losses; not a copy. */
	public double[] smoothed() {
		return smoothed;
	}

	/**
	 * The rate at which the smoothed loss is smallest; null if no average is over enough
	 * losses.
	 */
	public @Nullable Double lowestLossRate() {
		return (size() > first) ? (Double) rates[lowest()] : null;
	}

	/** Whether the smoothed loss is smallest at the last point. */
	public boolean stillFalls() {
		return size() > first && lowest() == size() - 1;
	}

	/**
	 * The rate from which on the smoothed loss falls most steeply over the logarithm of
	 * the rate, before its minimum; null if it never falls. The slope is taken over a
	 * stretch of updates, since from one update to the next a moving average changes by
	 * the noise of a single batch; and the rate is that at which the stretch begins,
	 * since a moving average lags behind.
	 */
	public @Nullable Double steepestRate() {
		Double steepest = null;
		double least = 0;
		int lowest = lowest();
		int last = Math.max(first, lowest - stretch);
		for (int from = first; from <= last && from < lowest; from++) {
			int to = Math.min(from + stretch, lowest);
			double slope = (smoothed[to] - smoothed[from]) / (to - from);
			if (slope < least) {
				least = slope;
				steepest = rates[from];
			}
		}
		return steepest;
	}

	/** The first of the points with the smallest smoothed loss. */
	private int lowest() {
		int lowest = first;
		for (int i = first + 1; i < smoothed.length; i++) {
			if (smoothed[i] < smoothed[lowest]) {
				lowest = i;
			}
		}
		return lowest;
	}

}
