package dev.descent.engine.optimizer;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A quasi-Newton method with a dense estimate of the inverse Hessian, found independently
 * by Broyden, Fletcher, Goldfarb and Shanno (1970), with a strong Wolfe line search
 * (Nocedal and Wright, 2006, algorithm 6.1). The estimate starts as a multiple of the
 * identity, {@code y.s / y.y} after the first step (equation 6.20). One update is one
 * line search.
 *
 * @param toleranceGradient not negative; converged when no component of the gradient is
 * larger
 */
public record Bfgs(double toleranceGradient) implements Converging {

	/** How flat the slope must become, as a share of the slope at the start (c2). */
	private static final double FLATNESS = 0.9;

	private static final int STEP = 0;

	private static final int PREVIOUS = 1;

	private static final int ROWS = 2;

	/** 0: nothing is known; 1: a step was made from there; 2: there is an estimate. */
	private static final int KNOWLEDGE = 1;

	public Bfgs {
		Ranges.requireNotNegative("toleranceGradient", toleranceGradient);
	}

	@Override
	public MemoryShape memory(int parameters) {
		var rows = IntStream.range(0, parameters).mapToObj((i) -> "inverseHessian" + i);
		return MemoryShape.vectors(Stream.concat(Stream.of("step", "previousGradient"), rows).toArray(String[]::new))
			.withScalars("converged", "knowledge");
	}

	@Override
	public boolean descend(Objective objective, Memory memory, Step step) {
		double[] g = objective.gradient();
		double[] scalars = memory.scalars();
		double[] d = memory.scratch(0, g.length);
		learn(g, memory);
		direct(g, memory, d);
		double slope = Vectors.dot(g, d);
		if (slope >= 0) {
			scalars[KNOWLEDGE] = 0;
			direct(g, memory, d);
			slope = Vectors.dot(g, d);
		}
		boolean known = scalars[KNOWLEDGE] == 2;
		double first = known ? 1 : Math.min(1, 1 / Vectors.sumOfMagnitudes(g));
		var search = memory.workspace(LineSearch.class, LineSearch::new, g.length);
		Vectors.copy(g, memory.vector(PREVIOUS));
		search.search(objective, d, objective.value(), slope, first, FLATNESS);
		Vectors.scale(search.step(), d, memory.vector(STEP));
		boolean moved = search.step() > 0;
		scalars[KNOWLEDGE] = moved ? Math.max(1, scalars[KNOWLEDGE]) : 0;
		return moved || known;
	}

	/** Takes what the last step showed into the estimate. */
	private void learn(double[] g, Memory memory) {
		double[] scalars = memory.scalars();
		if (scalars[KNOWLEDGE] == 0) {
			return;
		}
		int n = g.length;
		double[] s = memory.vector(STEP);
		double[] y = memory.scratch(1, n);
		double[] hy = memory.scratch(2, n);
		double[] previous = memory.vector(PREVIOUS);
		for (int i = 0; i < n; i++) {
			y[i] = g[i] - previous[i];
		}
		double curvature = Vectors.dot(y, s);
		double square = Vectors.dot(y, y);
		if (!(curvature > Math.ulp(1.0) * square)) {
			return;
		}
		if (scalars[KNOWLEDGE] == 1) {
			for (int i = 0; i < n; i++) {
				Vectors.scale(0, s, memory.vector(ROWS + i));
				memory.vector(ROWS + i)[i] = curvature / square;
			}
			scalars[KNOWLEDGE] = 2;
		}
		for (int i = 0; i < n; i++) {
			hy[i] = Vectors.dot(memory.vector(ROWS + i), y);
		}
		double ofSteps = (1 + Vectors.dot(y, hy) / curvature) / curvature;
		for (int i = 0; i < n; i++) {
			double[] row = memory.vector(ROWS + i);
			for (int j = 0; j < n; j++) {
				row[j] += ofSteps * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / curvature;
			}
		}
	}

	private void direct(double[] g, Memory memory, double[] d) {
		if (memory.scalars()[KNOWLEDGE] < 2) {
			Vectors.scale(-1, g, d);
			return;
		}
		for (int i = 0; i < g.length; i++) {
			d[i] = -Vectors.dot(memory.vector(ROWS + i), g);
		}
	}

}
