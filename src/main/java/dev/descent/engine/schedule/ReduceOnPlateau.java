package dev.descent.engine.schedule;

/**
 * Falls by a factor when the monitored loss has not become better for a while. Better is
 * below the best so far by a share of it, or by an amount.
 *
 * @param patience evaluations without improvement that are put up with
 * @param relative whether the threshold is a share of the best loss
 * @param cooldown evaluations after a fall that do not count
 * @param epsilon a fall by no more than this is not made
 */
public record ReduceOnPlateau(double factor, int patience, double threshold, boolean relative, int cooldown,
		double minLearningRate, double epsilon) implements Schedule {

	/** Whether anything was evaluated, for memory starts at zero. */
	private static final int BEGUN = 0;

	private static final int RATE = 1;

	private static final int BEST = 2;

	private static final int BAD = 3;

	private static final int COOLDOWN = 4;

	@Override
	public int memory() {
		return 5;
	}

	@Override
	public double learningRate(double base, long time, double[] memory) {
		return (memory[BEGUN] == 0) ? base : memory[RATE];
	}

	@Override
	public void evaluated(double base, long time, double loss, double[] memory) {
		if (memory[BEGUN] == 0) {
			memory[BEGUN] = 1;
			memory[RATE] = base;
			memory[BEST] = Double.POSITIVE_INFINITY;
		}
		if (isBetter(loss, memory[BEST])) {
			memory[BEST] = loss;
			memory[BAD] = 0;
		}
		else {
			memory[BAD]++;
		}
		if (memory[COOLDOWN] > 0) {
			memory[COOLDOWN]--;
			memory[BAD] = 0;
		}
		if (memory[BAD] > patience) {
			double lower = Math.max(memory[RATE] * factor, minLearningRate);
			if (memory[RATE] - lower > epsilon) {
				memory[RATE] = lower;
			}
			memory[COOLDOWN] = cooldown;
			memory[BAD] = 0;
		}
	}

	/** The first finite loss is better than none. */
	private boolean isBetter(double loss, double best) {
		return best == Double.POSITIVE_INFINITY ? loss < best
				: loss < (relative ? best * (1 - threshold) : best - threshold);
	}

}
