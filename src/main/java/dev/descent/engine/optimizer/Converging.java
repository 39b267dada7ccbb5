package dev.descent.engine.optimizer;

/**
 * A method that finds out by itself when there is nothing left to gain: where the
 * gradient vanishes, or where no step does any good. The first number of its memory says
 * so.
 */
interface Converging extends Optimizer {

	/** Where in the memory's numbers it stands: 1 if the last update found so. */
	int CONVERGED = 0;

	/** Converged when no component of the gradient is larger. */
	double toleranceGradient();

	/**
	 * Makes one update where the gradient does not vanish.
	 * @return whether another may do some good
	 */
	boolean descend(Objective objective, Memory memory, Step step);

	@Override
	default void update(Objective objective, Memory memory, Step step) {
		boolean goesOn = !vanishes(objective.gradient()) && descend(objective, memory, step);
		memory.scalars()[CONVERGED] = goesOn ? 0 : 1;
	}

	/** Whether a gradient is as good as none. */
	default boolean vanishes(double[] g) {
		return Vectors.largest(g) <= toleranceGradient();
	}

	@Override
	default boolean converged(Memory memory) {
		return memory.scalars()[CONVERGED] == 1;
	}

}
