package dev.descent.engine.optimizer;

/**
 * Between Gauss-Newton and gradient descent: the step solves {@code (G + mu m I) d = -g}
 * with the Gauss-Newton matrix G ({@code J^T J} for squared errors, up to a factor) and
 * the largest element m of its diagonal (Levenberg, 1944; Hagan and Menhaj, 1994). The
 * damping mu follows how well the model foretold the objective (Nielsen, 1999, "Damping
 * parameter in Marquardt's method"). One update is one successful step; what fails is
 * tried again with more damping.
 *
 * @param initialDamping positive; where mu starts, as a share of the largest curvature
 * @param toleranceGradient not negative; converged when no component of the gradient is
 * larger
 */
public record LevenbergMarquardt(double initialDamping, double toleranceGradient) implements Converging {

	/** The damping grows by 2, 4, 8, ..: the last step is practically none. */
	static final int MOST_TRIALS = 16;

	private static final double SMALLEST_DAMPING = 1e-12;

	private static final double LARGEST_DAMPING = 1e12;

	private static final int DAMPING = 1;

	private static final int GROWTH = 2;

	public LevenbergMarquardt {
		Ranges.requirePositive("initialDamping", initialDamping);
		Ranges.requireNotNegative("toleranceGradient", toleranceGradient);
	}

	@Override
	public MemoryShape memory(int parameters) {
		return MemoryShape.NONE.withScalars("converged", "damping", "growth");
	}

	@Override
	public void start(double[] w, Memory memory) {
		memory.scalars()[DAMPING] = initialDamping;
		memory.scalars()[GROWTH] = 2;
	}

	@Override
	public boolean descend(Objective objective, Memory memory, Step step) {
		double[] g = objective.gradient();
		double[] scalars = memory.scalars();
		int n = g.length;
		double[] matrix = memory.scratch(0, n * n);
		double value = objective.value();
		objective.gaussNewton(matrix);
		double scale = Cholesky.scale(matrix, n);
		boolean moved = false;
		for (int trial = 0; trial < MOST_TRIALS && !moved; trial++) {
			double ratio = attempt(objective, value, matrix, scalars[DAMPING] * scale, memory);
			moved = ratio > 0;
			if (moved) {
				double surplus = 2 * ratio - 1;
				scalars[DAMPING] *= Math.max(1 / 3.0, 1 - surplus * surplus * surplus);
				scalars[GROWTH] = 2;
			}
			else {
				scalars[DAMPING] *= scalars[GROWTH];
				scalars[GROWTH] *= 2;
			}
		}
		scalars[DAMPING] = Math.clamp(scalars[DAMPING], SMALLEST_DAMPING, LARGEST_DAMPING);
		scalars[GROWTH] = moved ? scalars[GROWTH] : 2;
		return moved;
	}

	/**
	 * Makes the step with a shift of the diagonal, and takes it back unless the objective
	 * falls.
	 * @return by what share of its promise the objective fell; not positive if it did not
	 */
	private static double attempt(Objective objective, double value, double[] matrix, double shift, Memory memory) {
		double[] g = objective.gradient();
		double[] w = objective.parameters();
		int n = g.length;
		double[] factor = memory.scratch(1, n * n);
		double[] d = memory.scratch(2, n);
		double[] start = memory.scratch(3, n);
		if (!Cholesky.factor(matrix, shift, n, factor)) {
			return 0;
		}
		Vectors.scale(-1, g, d);
		Cholesky.solve(factor, d);
		double promise = 0;
		for (int i = 0; i < n; i++) {
			promise += 0.5 * d[i] * (shift * d[i] - g[i]);
		}
		Vectors.copy(w, start);
		Vectors.add(1, d, w);
		double fall = value - objective.evaluate();
		if (!(fall > 0 && promise > 0)) {
			Vectors.copy(start, w);
			return 0;
		}
		return fall / promise;
	}

}
