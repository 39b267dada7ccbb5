package dev.descent.engine.optimizer;

/**
 * Nonlinear conjugate gradients: each direction is the negative gradient plus a share of
 * the last direction, {@code beta = max(0, g.(g - g') / g'.g')} (Polak and Ribiere, 1969;
 * Nocedal and Wright, 2006, section 5.2), along which a strong Wolfe line search goes. It
 * starts afresh from the negative gradient after as many updates as there are parameters,
 * when successive gradients are far from orthogonal, and when the direction would not
 * descend. One update is one line search.
 *
 * @param flatness how flat the slope must become in a line search, as a share of the
 * slope at its start, in (1e-4, 0.5) (c2)
 * @param toleranceGradient not negative; converged when no component of the gradient is
 * larger
 */
public record ConjugateGradient(double flatness, double toleranceGradient) implements Converging {

	/** Gradients of which more than this is in common are far from orthogonal. */
	private static final double FAR_FROM_ORTHOGONAL = 0.2;

	private static final int DIRECTION = 0;

	private static final int PREVIOUS = 1;

	/** Updates since the last fresh start, 0 before one. */
	private static final int SINCE_RESTART = 1;

	/** The step of the last line search times its first slope. */
	private static final int LAST_CHANGE = 2;

	public ConjugateGradient {
		if (!(flatness > LineSearch.SUFFICIENT_DECREASE && flatness < 0.5)) {
			throw new IllegalArgumentException("flatness must be in (1e-4, 0.5) but was " + flatness);
		}
		Ranges.requireNotNegative("toleranceGradient", toleranceGradient);
	}

	@Override
	public MemoryShape memory(int parameters) {
		return MemoryShape.vectors("direction", "previousGradient")
			.withScalars("converged", "sinceRestart", "lastChange");
	}

	@Override
	public boolean descend(Objective objective, Memory memory, Step step) {
		double[] g = objective.gradient();
		double[] d = memory.vector(DIRECTION);
		double[] scalars = memory.scalars();
		double slope = direct(g, memory);
		boolean fresh = scalars[SINCE_RESTART] == 0;
		double first = (scalars[LAST_CHANGE] < 0) ? scalars[LAST_CHANGE] / slope
				: Math.min(1, 1 / Vectors.sumOfMagnitudes(g));
		var search = memory.workspace(LineSearch.class, LineSearch::new, g.length);
		Vectors.copy(g, memory.vector(PREVIOUS));
		search.search(objective, d, objective.value(), slope, first, flatness);
		boolean moved = search.step() > 0;
		scalars[LAST_CHANGE] = search.step() * slope;
		scalars[SINCE_RESTART] = moved ? scalars[SINCE_RESTART] + 1 : 0;
		return moved || !fresh;
	}

	/**
	 * Turns to the next direction.
	 * @return the slope along it, negative
	 */
	private double direct(double[] g, Memory memory) {
		double[] d = memory.vector(DIRECTION);
		double[] previous = memory.vector(PREVIOUS);
		double[] scalars = memory.scalars();
		double square = Vectors.dot(g, g);
		if (scalars[SINCE_RESTART] > 0 && scalars[SINCE_RESTART] < g.length) {
			double common = Vectors.dot(g, previous);
			double beta = Math.max(0, (square - common) / Vectors.dot(previous, previous));
			if (Math.abs(common) < FAR_FROM_ORTHOGONAL * square) {
				for (int i = 0; i < d.length; i++) {
					d[i] = beta * d[i] - g[i];
				}
				double slope = Vectors.dot(g, d);
				if (slope < 0) {
					return slope;
				}
			}
		}
		Vectors.scale(-1, g, d);
		scalars[SINCE_RESTART] = 0;
		return -square;
	}

}
