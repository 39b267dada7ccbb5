package dev.descent.engine.optimizer;

/**
 * Newton's method without the curvature of the network itself: the direction solves
 * {@code (G + damping I) d = -g} with the Gauss-Newton matrix G, and its length is found
 * by backtracking (Nocedal and Wright, 2006, section 10.3; for losses other than squared
 * errors, Schraudolph, 2002). Where the matrix is singular all the same, the damping of
 * this update is raised until it is not.
 *
 * @param damping not negative; added to the diagonal
 * @param toleranceGradient not negative; converged when no component of the gradient is
 * larger
 */
public record GaussNewton(double damping, double toleranceGradient) implements Converging {

	/**
	 * What the damping is raised to first, as a share of the largest diagonal element.
	 */
	private static final double SMALLEST_RAISE = 1e-10;

	private static final double FACTOR = 10;

	public GaussNewton {
		Ranges.requireNotNegative("damping", damping);
		Ranges.requireNotNegative("toleranceGradient", toleranceGradient);
	}

	@Override
	public MemoryShape memory(int parameters) {
		return MemoryShape.NONE.withScalars("converged");
	}

	@Override
	public boolean descend(Objective objective, Memory memory, Step step) {
		double[] g = objective.gradient();
		int n = g.length;
		double[] matrix = memory.scratch(0, n * n);
		double[] factor = memory.scratch(1, n * n);
		double[] d = memory.scratch(2, n);
		double value = objective.value();
		objective.gaussNewton(matrix);
		double raise = SMALLEST_RAISE * Cholesky.scale(matrix, n);
		Vectors.scale(-1, g, d);
		return Cholesky.solveRaised(matrix, damping, raise, FACTOR, factor, d)
				&& Backtracking.search(objective, d, value, Vectors.dot(g, d), memory.scratch(3, n)) > 0;
	}

}
