package dev.descent.engine.optimizer;

import java.util.Arrays;

/**
 * Newton's method, damped: the direction solves {@code (H + shift I) d = -g} with the
 * exact Hessian H, from as many Hessian-vector products as there are parameters
 * (Pearlmutter, 1994), and its length is found by backtracking. The shift is 0 where the
 * Hessian is positive definite, and otherwise raised until the sum is, so that the
 * direction descends (Nocedal and Wright, 2006, algorithm 3.3).
 *
 * @param smallestShift positive; what the shift is raised to first, as a share of the
 * largest diagonal element
 * @param toleranceGradient not negative; converged when no component of the gradient is
 * larger
 */
public record Newton(double smallestShift, double toleranceGradient) implements Converging {

	private static final double FACTOR = 2;

	public Newton {
		Ranges.requirePositive("smallestShift", smallestShift);
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
		double[] d = memory.scratch(0, n);
		double value = objective.value();
		double[] hessian = memory.scratch(1, n * n);
		evaluateHessian(objective, hessian, memory);
		return direct(g, hessian, memory, d)
				&& Backtracking.search(objective, d, value, Vectors.dot(g, d), memory.scratch(2, n)) > 0;
	}

	private static void evaluateHessian(Objective objective, double[] hessian, Memory memory) {
		int n = objective.gradient().length;
		double[] unit = memory.scratch(3, n);
		double[] row = memory.scratch(4, n);
		Arrays.fill(unit, 0);
		for (int i = 0; i < n; i++) {
			unit[i] = 1;
			objective.hessianVector(unit, row);
			System.arraycopy(row, 0, hessian, i * n, n);
			unit[i] = 0;
		}
	}

	/**
	 * Writes the direction into d.
	 * @return whether there is one
	 */
	private boolean direct(double[] g, double[] hessian, Memory memory, double[] d) {
		int n = g.length;
		double[] factor = memory.scratch(5, n * n);
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < n; i++) {
			least = Math.min(least, hessian[i * n + i]);
		}
		double raise = smallestShift * Cholesky.scale(hessian, n);
		double shift = (least > 0) ? 0 : raise - least;
		Vectors.scale(-1, g, d);
		return Cholesky.solveRaised(hessian, shift, raise, FACTOR, factor, d);
	}

}
