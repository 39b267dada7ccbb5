package dev.descent.engine.kernel;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * Exercises both kernels of {@link WarmingKernels} round by round, until the compiler has
 * made the faster ones fast. A round takes milliseconds at most, so that whoever drives
 * it can pause. Confined to one thread.
 */
public final class WarmUp {

	/** One round ahead may be chance. */
	private static final int ROUNDS_AHEAD = 3;

	private final WarmingKernels kernels;

	/**
	 * Takes the calls of the exercises, so that its methods, too, are compiled for both
	 * kernels before the switch, and running jobs are not thrown back by it.
	 */
	private final WarmingKernels dispatch;

	private final List<Exercise> exercises = Exercise.smallestFirst();

	private int current;

	private int ahead;

	WarmUp(WarmingKernels kernels) {
		this.kernels = kernels;
		this.dispatch = new WarmingKernels(kernels.first(), kernels.faster());
	}

	/**
	 * Makes one round of the present exercise; the next exercise has its turn when the
	 * faster kernels are ahead at this one.
	 * @param ticker nanoseconds from any origin
	 * @return whether they are ahead at all of them, and have taken over
	 */
	public boolean advance(LongSupplier ticker) {
		if (current < exercises.size()) {
			var exercise = exercises.get(current);
			long first = nanos(exercise, kernels.first(), ticker);
			long faster = nanos(exercise, kernels.faster(), ticker);
			ahead = (faster < first) ? ahead + 1 : 0;
			if (ahead == ROUNDS_AHEAD) {
				ahead = 0;
				current++;
			}
		}
		if (current < exercises.size()) {
			return false;
		}
		kernels.use(kernels.faster());
		return true;
	}

	private long nanos(Exercise exercise, Kernels measured, LongSupplier ticker) {
		dispatch.use(measured);
		long start = ticker.getAsLong();
		exercise.run(dispatch);
		return ticker.getAsLong() - start;
	}

}
