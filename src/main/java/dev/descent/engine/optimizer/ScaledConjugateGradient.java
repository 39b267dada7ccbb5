package dev.descent.engine.optimizer;

/**
 * Conjugate gradients that need no line search: the step along each direction is that of
 * a parabola with the curvature there, made positive and shortened by a damping lambda
 * that follows how well the parabola foretold the objective (Moller, 1993, "A scaled
 * conjugate gradient algorithm for fast supervised learning"; the paper's steps 2 to 9).
 * The curvature is the exact product of the Hessian with the direction, where the paper
 * estimates it from two gradients. One update is one successful step; what fails is tried
 * again with more damping at the cost of one evaluation of the objective.
 *
 * @param initialDamping positive; where lambda starts
 * @param toleranceGradient not negative; converged when no component of the gradient is
 * larger
 */
public record ScaledConjugateGradient(double initialDamping, double toleranceGradient) implements Converging {

	/** Failed steps of an update before a fresh start. */
	static final int MOST_TRIALS = 20;

	private static final double SMALLEST_DAMPING = 1e-20;

	private static final int DIRECTION = 0;

	private static final int PREVIOUS = 1;

	private static final int DAMPING = 1;

	/** The negative gradient times the last direction; the paper's mu. */
	private static final int DESCENT = 2;

	/** Updates since the last fresh start, 0 before one. */
	private static final int SINCE_RESTART = 3;

	public ScaledConjugateGradient {
		Ranges.requirePositive("initialDamping", initialDamping);
		Ranges.requireNotNegative("toleranceGradient", toleranceGradient);
	}

	@Override
	public MemoryShape memory(int parameters) {
		return MemoryShape.vectors("direction", "previousGradient")
			.withScalars("converged", "damping", "descent", "sinceRestart");
	}

	@Override
	public void start(double[] w, Memory memory) {
		memory.scalars()[DAMPING] = initialDamping;
	}

	@Override
	public boolean descend(Objective objective, Memory memory, Step step) {
		double[] g = objective.gradient();
		double[] p = memory.vector(DIRECTION);
		double[] scalars = memory.scalars();
		direct(g, memory);
		Vectors.copy(g, memory.vector(PREVIOUS));
		double value = objective.value();
		double[] product = memory.scratch(0, g.length);
		objective.hessianVector(p, product);
		boolean moved = move(objective, value, Vectors.dot(p, product), memory);
		boolean fresh = scalars[SINCE_RESTART] == 0;
		scalars[SINCE_RESTART] = moved ? scalars[SINCE_RESTART] + 1 : 0;
		return moved || !fresh;
	}

	private static void direct(double[] g, Memory memory) {
		double[] p = memory.vector(DIRECTION);
		double[] scalars = memory.scalars();
		if (scalars[SINCE_RESTART] > 0 && scalars[SINCE_RESTART] < g.length) {
			double square = Vectors.dot(g, g);
			double beta = (square - Vectors.dot(g, memory.vector(PREVIOUS))) / scalars[DESCENT];
			for (int i = 0; i < p.length; i++) {
				p[i] = beta * p[i] - g[i];
			}
			scalars[DESCENT] = -Vectors.dot(g, p);
			if (scalars[DESCENT] > 0) {
				return;
			}
		}
		Vectors.scale(-1, g, p);
		scalars[DESCENT] = Vectors.dot(g, g);
		scalars[SINCE_RESTART] = 0;
	}

	/**
	 * Makes the step along the direction, with as much damping as it needs.
	 * @param curvature the direction times the Hessian times the direction
	 * @return whether the objective fell; otherwise the parameters stay
	 */
	private static boolean move(Objective objective, double value, double curvature, Memory memory) {
		double[] w = objective.parameters();
		double[] p = memory.vector(DIRECTION);
		double[] scalars = memory.scalars();
		double[] start = memory.scratch(1, w.length);
		Vectors.copy(w, start);
		double square = Vectors.dot(p, p);
		double descent = scalars[DESCENT];
		double lambda = scalars[DAMPING];
		boolean moved = false;
		for (int trial = 0; trial < MOST_TRIALS && !moved; trial++) {
			double delta = curvature + lambda * square;
			if (delta <= 0) {
				lambda = 2 * (lambda - delta / square);
				delta = curvature + lambda * square;
			}
			double length = descent / delta;
			for (int i = 0; i < w.length; i++) {
				w[i] = start[i] + length * p[i];
			}
			double fall = value - objective.evaluate();
			double comparison = Double.isFinite(fall) ? 2 * delta * fall / (descent * descent) : -1;
			moved = comparison >= 0;
			if (comparison >= 0.75) {
				lambda = Math.max(lambda / 4, SMALLEST_DAMPING);
			}
			else if (comparison < 0.25) {
				lambda += delta * (1 - comparison) / square;
			}
		}
		scalars[DAMPING] = Double.isFinite(lambda) ? lambda : 1;
		if (!moved) {
			Vectors.copy(start, w);
		}
		return moved;
	}

}
