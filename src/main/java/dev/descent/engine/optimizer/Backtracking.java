package dev.descent.engine.optimizer;

/**
 * Shortens a step until the objective has fallen by a share of what the slope promised:
 * Armijo's condition (Nocedal and Wright, 2006, algorithm 3.1). Each trial costs one
 * evaluation of the objective.
 */
final class Backtracking {

	/** The share of the promised decrease that is enough (c1). */
	private static final double SUFFICIENT_DECREASE = 1e-4;

	/** By what a step is shortened. */
	private static final double FACTOR = 0.5;

	/** How many steps are tried; the last is 2^-29 long. */
	static final int MOST_TRIALS = 30;

	private Backtracking() {
	}

	/**
	 * Moves the parameters along a direction, the whole of it if possible.
	 * @param direction along which the objective falls
	 * @param value of the objective at the present parameters
	 * @param slope the gradient times the direction, negative
	 * @param start overwritten
	 * @return the step that was taken; 0 if none does any good, and the parameters stay
	 */
	static double search(Objective objective, double[] direction, double value, double slope, double[] start) {
		double[] w = objective.parameters();
		Vectors.copy(w, start);
		double step = 1;
		for (int trial = 0; trial < MOST_TRIALS; trial++) {
			for (int i = 0; i < w.length; i++) {
				w[i] = start[i] + step * direction[i];
			}
			if (objective.evaluate() <= value + SUFFICIENT_DECREASE * step * slope) {
				return step;
			}
			step *= FACTOR;
		}
		Vectors.copy(start, w);
		return 0;
	}

}
