package dev.descent.engine.optimizer;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A quasi-Newton method that keeps the last changes of the parameters (s) and of the
 * gradient (y) in place of a matrix (Nocedal, 1980; Liu and Nocedal, 1989; Nocedal and
 * Wright, 2006, algorithms 7.4 and 7.5), in the manner of {@code torch.optim.LBFGS} with
 * its strong Wolfe line search. One update makes several iterations; the memory lives on
 * between updates. The learning rate is the first step that a line search tries.
 *
 * @param maxIterations of an update, at least 1
 * @param maxEvaluations gradients after which no further iteration begins, at least 1
 * @param historySize pairs (s, y) that are kept, at least 1
 * @param toleranceGradient not negative; converged when no component of the gradient is
 * larger
 * @param toleranceChange not negative; an update ends when no parameter, or not the
 * objective, changes by more
 */
public record Lbfgs(int maxIterations, int maxEvaluations, int historySize, double toleranceGradient,
		double toleranceChange) implements Converging {

	/** How flat the slope must become, as a share of the slope at the start (c2). */
	private static final double FLATNESS = 0.9;

	/** A pair with a smaller y.s says nothing of the curvature. */
	private static final double SMALLEST_CURVATURE = 1e-10;

	private static final int STEP = 0;

	private static final int PREVIOUS = 1;

	private static final int HISTORY = 2;

	private static final int ITERATIONS = 1;

	private static final int PAIRS = 2;

	private static final int SCALE = 3;

	public Lbfgs {
		Ranges.requirePositive("maxIterations", maxIterations);
		Ranges.requirePositive("maxEvaluations", maxEvaluations);
		Ranges.requirePositive("historySize", historySize);
		Ranges.requireNotNegative("toleranceGradient", toleranceGradient);
		Ranges.requireNotNegative("toleranceChange", toleranceChange);
	}

	@Override
	public MemoryShape memory(int parameters) {
		var pairs = IntStream.range(0, historySize).boxed().flatMap((n) -> Stream.of("s" + n, "y" + n));
		return MemoryShape.vectors(Stream.concat(Stream.of("step", "previousGradient"), pairs).toArray(String[]::new))
			.withScalars("converged", "iterations", "pairs", "scale");
	}

	@Override
	public boolean descend(Objective objective, Memory memory, Step step) {
		double[] g = objective.gradient();
		double[] scalars = memory.scalars();
		double[] move = memory.vector(STEP);
		double[] d = memory.scratch(0, g.length);
		var search = memory.workspace(LineSearch.class, LineSearch::new, g.length);
		double value = objective.value();
		boolean goesOn = true;
		int evaluations = 1;
		for (int iteration = 1; goesOn; iteration++) {
			double trial = step.learningRate();
			if (scalars[ITERATIONS] == 0) {
				scalars[SCALE] = 1;
				trial *= Math.min(1, 1 / Vectors.sumOfMagnitudes(g));
			}
			else {
				remember(g, memory);
			}
			scalars[ITERATIONS]++;
			direct(g, memory, d);
			Vectors.copy(g, memory.vector(PREVIOUS));
			double slope = Vectors.dot(g, d);
			if (slope > -toleranceChange) {
				return false;
			}
			search.search(objective, d, value, slope, trial, FLATNESS);
			Vectors.scale(search.step(), d, move);
			evaluations += search.evaluations();
			if (search.step() == 0 || vanishes(g)) {
				return false;
			}
			goesOn = iteration < maxIterations && evaluations < maxEvaluations
					&& Vectors.largest(move) > toleranceChange && Math.abs(search.value() - value) >= toleranceChange;
			value = search.value();
		}
		return true;
	}

	/** Takes the last step and the change of the gradient over it into the history. */
	private void remember(double[] g, Memory memory) {
		double[] scalars = memory.scalars();
		double[] move = memory.vector(STEP);
		double[] previous = memory.vector(PREVIOUS);
		double curvature = 0;
		double square = 0;
		for (int i = 0; i < g.length; i++) {
			double y = g[i] - previous[i];
			curvature += y * move[i];
			square += y * y;
		}
		if (!(curvature > SMALLEST_CURVATURE)) {
			return;
		}
		long pair = (long) scalars[PAIRS]++;
		double[] s = s(memory, pair);
		double[] y = y(memory, pair);
		for (int i = 0; i < g.length; i++) {
			s[i] = move[i];
			y[i] = g[i] - previous[i];
		}
		scalars[SCALE] = curvature / square;
	}

	/** Writes minus the estimated inverse Hessian times the gradient into d. */
	private void direct(double[] g, Memory memory, double[] d) {
		double[] share = memory.scratch(1, historySize);
		long pairs = (long) memory.scalars()[PAIRS];
		long oldest = Math.max(0, pairs - historySize);
		Vectors.scale(-1, g, d);
		for (long n = pairs - 1; n >= oldest; n--) {
			double[] s = s(memory, n);
			double[] y = y(memory, n);
			share[(int) (n - oldest)] = Vectors.dot(s, d) / Vectors.dot(y, s);
			Vectors.add(-share[(int) (n - oldest)], y, d);
		}
		Vectors.scale(memory.scalars()[SCALE], d, d);
		for (long n = oldest; n < pairs; n++) {
			double[] s = s(memory, n);
			double[] y = y(memory, n);
			Vectors.add(share[(int) (n - oldest)] - Vectors.dot(y, d) / Vectors.dot(y, s), s, d);
		}
	}

	private double[] s(Memory memory, long pair) {
		return memory.vector(HISTORY + 2 * (int) (pair % historySize));
	}

	private double[] y(Memory memory, long pair) {
		return memory.vector(HISTORY + 2 * (int) (pair % historySize) + 1);
	}

}
