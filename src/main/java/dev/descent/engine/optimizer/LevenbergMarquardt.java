package dev.descent.engine.optimizer;

/**
 * Between Gauss-Newton and gradient descent: the step solves {@code (G + mu D) d = -g}
 * with the Gauss-Newton matrix G ({@code J^T J} for squared errors, up to a factor) and
 * its diagonal D, the largest so far (Levenberg, 1944; Marquardt, 1963; More, 1978). The
 * damping mu follows how well the model foretold the objective (Nielsen, 1999, "Damping
 * parameter in Marquardt's method", equation 2.5). One update is one successful step;
 * what fails is tried again with more damping.
 *
 * @param initialDamping positive; where mu starts
 * @param toleranceGradient not negative; converged when no component of the gradient is
 * larger
 */
public record LevenbergMarquardt(double initialDamping, double toleranceGradient) implements Optimizer {

	/** The damping grows by 2, 4, 8, ..: the last step is practically none. */
	static final int MOST_TRIALS = 16;

	private static final double SMALLEST_DAMPING = 1e-12;

	private static final double LARGEST_DAMPING = 1e12;

	/** Of the diagonal, as a share of its largest element. */
	private static final double SMALLEST_SCALE = 1e-6;

	private static final int DIAGONAL = 0;

	private static final int DAMPING = 0;

	private static final int GROWTH = 1;

	private static final int CONVERGED = 2;

	public LevenbergMarquardt {
		Ranges.requirePositive("initialDamping", initialDamping);
		Ranges.requireNotNegative("toleranceGradient", toleranceGradient);
	}

	@Override
	public MemoryShape memory(int parameters) {
		return MemoryShape.vectors("diagonal").withScalars("damping", "growth", "converged");
	}

	@Override
	public void start(double[] w, Memory memory) {
		memory.scalars()[DAMPING] = initialDamping;
		memory.scalars()[GROWTH] = 2;
	}

	@Override
	public boolean converged(Memory memory) {
		return memory.scalars()[CONVERGED] == 1;
	}

	@Override
	public void update(Objective objective, Memory memory, Step step) {
		double[] g = objective.gradient();
		double[] scalars = memory.scalars();
		if (Vectors.largest(g) <= toleranceGradient) {
			scalars[CONVERGED] = 1;
			return;
		}
		int n = g.length;
		double[] matrix = memory.scratch(0, n * n);
		double value = objective.value();
		objective.gaussNewton(matrix);
		enlarge(memory.vector(DIAGONAL), matrix);
		boolean moved = false;
		for (int trial = 0; trial < MOST_TRIALS && !moved; trial++) {
			double ratio = attempt(objective, value, matrix, memory);
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
		scalars[CONVERGED] = moved ? 0 : 1;
		scalars[DAMPING] = Math.clamp(scalars[DAMPING], SMALLEST_DAMPING, LARGEST_DAMPING);
		scalars[GROWTH] = moved ? scalars[GROWTH] : 2;
	}

	/** A parameter without curvature needs some scale all the same, or none would do. */
	private static void enlarge(double[] diagonal, double[] matrix) {
		int n = diagonal.length;
		for (int i = 0; i < n; i++) {
			diagonal[i] = Math.max(diagonal[i], matrix[i * n + i]);
		}
		double largest = Vectors.largest(diagonal);
		double least = (largest > 0) ? SMALLEST_SCALE * largest : 1;
		for (int i = 0; i < n; i++) {
			diagonal[i] = Math.max(diagonal[i], least);
		}
	}

	/**
	 * Makes the step with the present damping, and takes it back unless the objective
	 * falls.
	 * @return by what share of its promise the objective fell; not positive if it did not
	 */
	private static double attempt(Objective objective, double value, double[] matrix, Memory memory) {
		double[] g = objective.gradient();
		double[] w = objective.parameters();
		double[] diagonal = memory.vector(DIAGONAL);
		double damping = memory.scalars()[DAMPING];
		int n = g.length;
		double[] factor = memory.scratch(1, n * n);
		double[] d = memory.scratch(2, n);
		double[] start = memory.scratch(3, n);
		if (!Cholesky.factor(matrix, damping, diagonal, factor)) {
			return 0;
		}
		Vectors.scale(-1, g, d);
		Cholesky.solve(factor, d);
		double promise = 0;
		for (int i = 0; i < n; i++) {
			promise += 0.5 * d[i] * (damping * diagonal[i] * d[i] - g[i]);
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
