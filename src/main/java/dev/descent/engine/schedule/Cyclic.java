package dev.descent.engine.schedule;

import dev.descent.engine.kernel.Elementary;

/**
 * Up and down in straight lines between two rates (Smith, 2017, "Cyclical learning rates
 * for training neural networks", section 3.1). The base of the optimizer plays no part.
 *
 * @param gamma by which the height of {@link Mode#EXP_RANGE} shrinks at each step
 */
public record Cyclic(double low, double high, long stepSizeUp, long stepSizeDown, Mode mode, double gamma,
		Momentum momentum) implements Schedule {

	/** How the height of the cycles changes. */
	public enum Mode {

		/** Not at all. */
		TRIANGULAR,

		/** It is halved after each cycle. */
		TRIANGULAR2,

		/** It shrinks by a factor at each step. */
		EXP_RANGE

	}

	public Cyclic {
		Lengths.requirePositive("stepSizeUp", stepSizeUp);
		Lengths.requirePositive("stepSizeDown", stepSizeDown);
	}

	@Override
	public double learningRate(double base, long time, double[] memory) {
		return low + (high - low) * height(time);
	}

	@Override
	public double momentum(long time) {
		return momentum.max() - (momentum.max() - momentum.base()) * height(time);
	}

	/** From 0 at the low rate to 1, or what the mode leaves of it, at the high one. */
	private double height(long time) {
		long length = stepSizeUp + stepSizeDown;
		long cycle = time / length;
		long position = time % length;
		double height = (position <= stepSizeUp) ? position / (double) stepSizeUp
				: (length - position) / (double) stepSizeDown;
		return height * switch (mode) {
			case TRIANGULAR -> 1;
			case TRIANGULAR2 -> 1 / Elementary.power(2, cycle);
			case EXP_RANGE -> Wave.power(gamma, (double) time);
		};
	}

}
