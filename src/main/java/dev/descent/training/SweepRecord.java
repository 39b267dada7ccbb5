package dev.descent.training;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The learning rate and the loss of every update of a sweep, and when the sweep has shown
 * enough. Written by the worker, read by anybody.
 */
final class SweepRecord {

	private final double[] rates;

	private final double[] losses;

	private final double[] smoothed;

	private final double smoothing;

	private final double stopFactor;

	private int size;

	private double average;

	/** The share that an uncorrected average would still owe to its start at zero. */
	private double bias = 1;

	private double best = Double.POSITIVE_INFINITY;

	/**
	 * @param updates of the whole sweep
	 * @param smoothing share of the moving average that stays at an update, in [0, 1)
	 * @param stopFactor multiple of the best smoothed loss at which to stop, above 1
	 */
	SweepRecord(int updates, double smoothing, double stopFactor) {
		this.rates = new double[updates];
		this.losses = new double[updates];
		this.smoothed = new double[updates];
		this.smoothing = smoothing;
		this.stopFactor = stopFactor;
	}

	/**
	 * Notes an update that is about to be made.
	 * @param loss of its batch, before it
	 * @return how the sweep ends with it; null if it goes on
	 */
	synchronized @Nullable SweepOutcome append(double rate, double loss) {
		bias *= smoothing;
		average += (loss - average) * ((1 - smoothing) / (1 - bias));
		if (!Double.isFinite(average)) {
			return SweepOutcome.NOT_FINITE;
		}
		rates[size] = rate;
		losses[size] = loss;
		smoothed[size] = average;
		size++;
		if (average > best + (stopFactor - 1) * Math.abs(best)) {
			return SweepOutcome.LOSS_GREW;
		}
		best = Math.min(best, average);
		return (size == rates.length) ? SweepOutcome.ALL_UPDATES : null;
	}

	/** A copy of what is there. */
	synchronized LearningRateCurve curve() {
		return new LearningRateCurve(Arrays.copyOf(rates, size), Arrays.copyOf(losses, size),
				Arrays.copyOf(smoothed, size), reach());
	}

	/**
	 * How many losses a plain mean is over that is as steady as the moving average; a
	 * tenth of the sweep at most.
	 */
	private int reach() {
		return Math.clamp(Math.round((1 + smoothing) / (1 - smoothing)), 1, Math.max(1, rates.length / 10));
	}

	synchronized int size() {
		return size;
	}

	/** The memory it takes. */
	long bytes() {
		return 3L * Double.BYTES * rates.length;
	}

}
