package dev.descent.engine.optimizer;

/**
 * Finds a step along a direction that satisfies the strong Wolfe conditions: the
 * objective has fallen by a share of what the slope promised, and the slope has become
 * flatter. First a bracket is widened until it must hold such a step, then it is narrowed
 * down, both by the minimum of the cubic through two values and two slopes (Nocedal and
 * Wright, 2006, algorithms 3.5 and 3.6, equation 3.59), with the safeguards of
 * {@code torch.optim.LBFGS}. Each trial costs a gradient.
 *
 * <p>
 * Works in buffers of its own, which are made once.
 */
final class LineSearch {

	/** The share of the promised decrease that is enough (c1). */
	static final double SUFFICIENT_DECREASE = 1e-4;

	/** After this many trials beyond the first, the best is taken. */
	static final int MOST_TRIALS = 25;

	/** A bracket across which no parameter changes by more is not narrowed further. */
	private static final double NARROWEST = 1e-9;

	private final double[] start;

	private Trial low;

	private Trial high;

	private Trial fresh;

	private int trials;

	LineSearch(int parameters) {
		this.start = new double[parameters];
		this.low = new Trial(parameters);
		this.high = new Trial(parameters);
		this.fresh = new Trial(parameters);
	}

	/** A step that was tried; with a step of 0, the start. */
	private static final class Trial {

		private final double[] gradient;

		private double step;

		private double value;

		private double slope;

		Trial(int parameters) {
			this.gradient = new double[parameters];
		}

	}

	/**
	 * Moves the parameters along a direction; leaves them and the gradient of the
	 * objective at the step that was found. If none does any good the step is 0.
	 * @param objective its gradient is that of the present parameters
	 * @param direction along which the objective falls
	 * @param value of the objective at the present parameters
	 * @param slope the gradient times the direction, negative
	 * @param first the step to try first, positive
	 * @param flatness how flat the slope must become, as a share of the slope at the
	 * start, in (0, 1) (c2)
	 */
	void search(Objective objective, double[] direction, double value, double slope, double first, double flatness) {
		Vectors.copy(objective.parameters(), start);
		Vectors.copy(objective.gradient(), low.gradient);
		low.step = 0;
		low.value = value;
		low.slope = slope;
		trials = 0;
		if (!bracket(objective, direction, value, slope, first, flatness)) {
			narrow(objective, direction, value, slope, flatness);
		}
		move(objective, direction, low.step);
		Vectors.copy(low.gradient, objective.gradient());
	}

	/** The step that was found, 0 if none. */
	double step() {
		return low.step;
	}

	/** The objective at the step that was found. */
	double value() {
		return low.value;
	}

	/** How many gradients were evaluated. */
	int evaluations() {
		return trials;
	}

	/**
	 * Lengthens the step until it or one before it will do.
	 * @return whether the last one does, and is {@link #low}; otherwise one does between
	 * {@link #low} and {@link #high}
	 */
	private boolean bracket(Objective objective, double[] direction, double value, double slope, double first,
			double flatness) {
		evaluate(objective, direction, first);
		while (trials <= MOST_TRIALS) {
			if (!falls(fresh, value, slope) || (trials > 2 && fresh.value >= low.value)) {
				return order();
			}
			if (Math.abs(fresh.slope) <= -flatness * slope) {
				swapLow();
				return true;
			}
			if (fresh.slope >= 0) {
				return order();
			}
			double longer = minimumOfCubic(low, fresh, fresh.step + 0.01 * (fresh.step - low.step), 10 * fresh.step);
			swapLow();
			evaluate(objective, direction, longer);
		}
		if (fresh.value < value) {
			swapLow();
		}
		return true;
	}

	/** Makes the new trial one end of the bracket, and its lower end the low one. */
	private boolean order() {
		swapHigh();
		if (high.value < low.value) {
			swapEnds();
		}
		return false;
	}

	private void narrow(Objective objective, double[] direction, double value, double slope, double flatness) {
		double widest = Vectors.largest(direction);
		boolean slow = false;
		while (trials <= MOST_TRIALS && !(Math.abs(high.step - low.step) * widest < NARROWEST)) {
			double from = Math.min(low.step, high.step);
			double to = Math.max(low.step, high.step);
			double step = minimumOfCubic(low, high, from, to);
			double margin = 0.1 * (to - from);
			boolean near = Math.min(to - step, step - from) < margin;
			boolean pushed = near && (slow || step >= to || step <= from);
			if (pushed) {
				step = (Math.abs(step - to) < Math.abs(step - from)) ? to - margin : from + margin;
			}
			slow = near && !pushed;
			evaluate(objective, direction, step);
			if (!falls(fresh, value, slope) || fresh.value >= low.value) {
				order();
			}
			else {
				boolean flat = Math.abs(fresh.slope) <= -flatness * slope;
				if (!flat && fresh.slope * (high.step - low.step) >= 0) {
					swapEnds();
				}
				swapLow();
				if (flat) {
					return;
				}
			}
		}
	}

	private static boolean falls(Trial trial, double value, double slope) {
		return trial.value <= value + SUFFICIENT_DECREASE * trial.step * slope;
	}

	private void evaluate(Objective objective, double[] direction, double step) {
		move(objective, direction, step);
		fresh.step = step;
		fresh.value = objective.evaluateGradient();
		Vectors.copy(objective.gradient(), fresh.gradient);
		fresh.slope = Vectors.dot(fresh.gradient, direction);
		trials++;
	}

	private void move(Objective objective, double[] direction, double step) {
		double[] w = objective.parameters();
		for (int i = 0; i < w.length; i++) {
			w[i] = start[i] + step * direction[i];
		}
	}

	private void swapLow() {
		Trial old = low;
		low = fresh;
		fresh = old;
	}

	private void swapHigh() {
		Trial old = high;
		high = fresh;
		fresh = old;
	}

	private void swapEnds() {
		Trial old = high;
		high = low;
		low = old;
	}

	/**
	 * Where the cubic through the values and slopes at two steps is least, within bounds;
	 * their middle if it has no minimum.
	 */
	private static double minimumOfCubic(Trial one, Trial other, double from, double to) {
		Trial left = (one.step <= other.step) ? one : other;
		Trial right = (left == one) ? other : one;
		double d1 = left.slope + right.slope - 3 * (left.value - right.value) / (left.step - right.step);
		double square = d1 * d1 - left.slope * right.slope;
		if (!(square >= 0)) {
			return (from + to) / 2;
		}
		double d2 = Math.sqrt(square);
		double least = right.step
				- (right.step - left.step) * ((right.slope + d2 - d1) / (right.slope - left.slope + 2 * d2));
		return Double.isNaN(least) ? (from + to) / 2 : Math.min(Math.max(least, from), to);
	}

}
