package dev.descent.engine.schedule;

import dev.descent.engine.kernel.Elementary;

/**
 * Falls by a factor at each milestone: {@code base * gamma^(milestones at or before t)}.
 */
public final class MultiStep implements Schedule {

	private final long[] milestones;

	private final double gamma;

	/**
	 * Falls at the given times.
	 * @param milestones in ascending order
	 */
	public MultiStep(long[] milestones, double gamma) {
		this.milestones = milestones.clone();
		this.gamma = gamma;
	}

	@Override
	public double learningRate(double base, long time, double[] memory) {
		int passed = 0;
		while (passed < milestones.length && milestones[passed] <= time) {
			passed++;
		}
		return base * Elementary.power(gamma, passed);
	}

}
