package dev.descent.engine.schedule;

/**
 * The learning rate as a function of time: the number of epochs, or of updates, that are
 * done. Immutable; the few numbers that a schedule must remember belong to a run.
 */
public interface Schedule {

	/**
	 * The rate for the next update.
	 * @param base the learning rate that the optimizer was given
	 * @param time epochs or updates done, from 0
	 * @param memory of the length {@link #memory()}; not changed
	 */
	double learningRate(double base, long time, double[] memory);

	/**
	 * The momentum for the next update; NaN leaves the method its own.
	 * @param time epochs or updates done, from 0
	 */
	default double momentum(long time) {
		return Double.NaN;
	}

	/** How many numbers it remembers; they start at zero. */
	default int memory() {
		return 0;
	}

	/**
	 * Is told of every evaluated epoch but the start.
	 * @param base the learning rate that the optimizer was given
	 * @param time epochs or updates done
	 * @param loss the monitored loss: over the validation part if there is one, else over
	 * the training part
	 * @param memory changed
	 */
	default void evaluated(double base, long time, double loss, double[] memory) {
	}

}
