package dev.descent.engine.analysis;

import dev.descent.engine.optimizer.Memory;
import dev.descent.engine.optimizer.Step;
import dev.descent.engine.surface.Point;
import dev.descent.engine.surface.Surface;
import dev.descent.engine.training.Cost;
import dev.descent.engine.training.Optimization;
import org.jspecify.annotations.Nullable;

/**
 * A method of descent on its way down a surface, as it would train a network: with its
 * schedule, which counts updates, and what is done to each gradient. A unit of work is an
 * update.
 *
 * <p>
 * Confined to one thread at a time. An update allocates nothing of its own.
 */
public final class SurfaceDescent {

	private final Surface surface;

	private final Optimization optimization;

	private final int steps;

	private final Cost cost = new Cost();

	private final SurfaceObjective objective;

	private final Memory memory;

	private final double[] scheduleMemory;

	/** The coordinates to look at: those that move, or their average. */
	private final double[] result;

	private final CurrentStep currentStep = new CurrentStep();

	private int step;

	private double x;

	private double y;

	private double value;

	private double learningRate;

	private @Nullable Outcome outcome;

	/**
	 * A descent that has not begun.
	 * @param steps the most updates
	 * @param seed of what is random in the rules for gradients
	 */
	public SurfaceDescent(Surface surface, Optimization optimization, Point start, int steps, long seed) {
		this.surface = surface;
		this.optimization = optimization;
		this.steps = steps;
		this.objective = new SurfaceObjective(surface, optimization.gradientRules(), seed, cost, start);
		double[] w = objective.parameters();
		this.memory = optimization.optimizer().memory(w.length).allocate(w.length);
		optimization.optimizer().start(w, memory);
		double[] used = optimization.optimizer().result(memory);
		this.result = (used != null) ? used : w;
		this.scheduleMemory = new double[optimization.schedule().memory()];
		this.learningRate = optimization.schedule().learningRate(optimization.learningRate(), 0, scheduleMemory);
		arrive(surface.value(result[0], result[1]));
	}

	/** Makes up to this many updates; fewer if the descent ends. */
	public void advance(int updates) {
		for (int i = 0; i < updates && outcome == null; i++) {
			update();
		}
	}

	private void update() {
		var schedule = optimization.schedule();
		double rate = schedule.learningRate(optimization.learningRate(), step, scheduleMemory);
		currentStep.number = step + 1L;
		currentStep.learningRate = rate;
		currentStep.momentum = schedule.momentum(step);
		objective.begin(currentStep.number);
		optimization.optimizer().update(objective, memory, currentStep);
		double height = surface.value(result[0], result[1]);
		if (!isFinite(objective.parameters()) || !isFinite(result) || !Double.isFinite(height)) {
			outcome = Outcome.DIVERGED;
			return;
		}
		step++;
		learningRate = rate;
		arrive(height);
		schedule.evaluated(optimization.learningRate(), step, value, scheduleMemory);
		if (optimization.optimizer().converged(memory)) {
			outcome = Outcome.CONVERGED;
		}
		else if (step == steps) {
			outcome = Outcome.COMPLETED;
		}
	}

	private void arrive(double height) {
		x = result[0];
		y = result[1];
		value = height;
	}

	private static boolean isFinite(double[] point) {
		return Double.isFinite(point[0]) && Double.isFinite(point[1]);
	}

	public boolean finished() {
		return outcome != null;
	}

	/** How it ended; null as long as it goes on. */
	public @Nullable Outcome outcome() {
		return outcome;
	}

	/** The updates that led to a finite point: all but one that diverged. */
	public int step() {
		return step;
	}

	/** The last finite point. */
	public double x() {
		return x;
	}

	/** The last finite point. */
	public double y() {
		return y;
	}

	/** The height of the last finite point. */
	public double value() {
		return value;
	}

	/** The learning rate of the update that led there; at the start, of the first. */
	public double learningRate() {
		return learningRate;
	}

	/** What the method has evaluated, an evaluation counting as one sample. */
	public Cost cost() {
		return cost;
	}

	/** The update that is being made. */
	private static final class CurrentStep implements Step {

		private long number;

		private double learningRate;

		private double momentum = Double.NaN;

		@Override
		public long number() {
			return number;
		}

		@Override
		public double learningRate() {
			return learningRate;
		}

		@Override
		public double momentum(double own) {
			return Double.isNaN(momentum) ? own : momentum;
		}

	}

}
