package dev.descent.engine.schedule;

/**
 * One rise to a high rate and one fall far below the start (Smith and Topin, 2018,
 * "Super-convergence"), in two phases or, as in the paper, in three: up, down to the
 * start, and on to the end. The base of the optimizer plays no part. The momentum goes
 * down, up, and stays.
 *
 * @param pctStart the share of the steps that rise
 * @param linear whether the phases are straight lines rather than half cosine waves
 */
public record OneCycle(double maxLearningRate, double divFactor, double finalDivFactor, long totalSteps,
		double pctStart, boolean linear, boolean threePhase, Momentum momentum) implements Schedule {

	public OneCycle {
		Lengths.requirePositive("totalSteps", totalSteps);
	}

	@Override
	public double learningRate(double base, long time, double[] memory) {
		double start = maxLearningRate / divFactor;
		double end = start / finalDivFactor;
		double peak = peak();
		if (time <= peak) {
			return between(start, maxLearningRate, time, 0, peak);
		}
		if (!threePhase) {
			return between(maxLearningRate, end, time, peak, last());
		}
		return (time <= 2 * peak) ? between(maxLearningRate, start, time, peak, 2 * peak)
				: between(start, end, time, 2 * peak, last());
	}

	@Override
	public double momentum(long time) {
		double peak = peak();
		if (time <= peak) {
			return between(momentum.max(), momentum.base(), time, 0, peak);
		}
		return between(momentum.base(), momentum.max(), time, peak, threePhase ? 2 * peak : last());
	}

	/** When the rate is highest; steps are counted from 0. */
	private double peak() {
		return Math.max(0, pctStart * totalSteps - 1);
	}

	private double last() {
		return totalSteps - 1.0;
	}

	/** A phase from one value to another; after its end the latter. */
	private double between(double from, double to, long time, double begin, double end) {
		double share = (time >= end) ? 1 : (time - begin) / (end - begin);
		return linear ? from + (to - from) * share : to + (from - to) * Wave.fall(share);
	}

}
