package dev.descent.engine.training;

import dev.descent.engine.network.Parameters;
import dev.descent.engine.optimizer.Memory;
import dev.descent.engine.optimizer.Optimizer;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is: with its plan and data it says all that is needed to go on, bit for
 * bit. Positions count what is done.
 */
public final class TrainingState {

	/** Where the gradient is taken. */
	final Parameters parameters;

	/** What is evaluated and used: the same, or what the optimizer holds for it. */
	final Parameters result;

	private final Optimizer optimizer;

	final Memory memory;

	/** What the schedule remembers. */
	final double[] scheduleMemory;

	final Cost cost = new Cost();

	int epoch;

	long step;

	/** Samples of the present epoch that were used already. */
	int position;

	/** Whether the evaluation of the present epoch is still to be made. */
	boolean evaluationDue;

	/** The latest evaluation. */
	final EpochFigures figures = new EpochFigures();

	double bestLoss = Double.POSITIVE_INFINITY;

	/** The evaluation of the best epoch. */
	final EpochFigures bestFigures = new EpochFigures();

	int bestEpoch;

	long bestStep;

	/** The parameters of the best epoch, kept only if they may be restored. */
	final @Nullable Parameters bestParameters;

	@Nullable StopReason stopReason;

	/** Whether the parameters are those of the best epoch again. */
	boolean restored;

	/** The learning rate of the last update; before the first, that of the first. */
	double learningRate;

	private TrainingState(Optimizer optimizer, Parameters parameters, Memory memory, double[] scheduleMemory,
			@Nullable Parameters bestParameters) {
		double[] used = optimizer.result(memory);
		this.optimizer = optimizer;
		this.parameters = parameters;
		this.result = (used == null) ? parameters : Parameters.over(parameters.architecture(), used);
		this.memory = memory;
		this.scheduleMemory = scheduleMemory;
		this.bestParameters = bestParameters;
	}

	/** The state before the first update, with a copy of the given parameters. */
	static TrainingState start(TrainingPlan plan, Parameters parameters) {
		var optimizer = plan.optimization().optimizer();
		var memory = optimizer.memory(parameters.values().length).allocate(parameters.values().length);
		optimizer.start(parameters.values(), memory);
		var state = new TrainingState(optimizer, parameters.copy(), memory,
				new double[plan.optimization().schedule().memory()], isRestorable(plan) ? parameters.copy() : null);
		state.evaluationDue = true;
		state.learningRate = plan.optimization()
			.schedule()
			.learningRate(plan.optimization().learningRate(), 0, state.scheduleMemory);
		return state;
	}

	private static boolean isRestorable(TrainingPlan plan) {
		var stopping = plan.earlyStopping();
		return stopping != null && stopping.restoreBest();
	}

	public TrainingState copy() {
		var copy = new TrainingState(optimizer, parameters.copy(), memory.copy(), scheduleMemory.clone(),
				(bestParameters != null) ? bestParameters.copy() : null);
		copy.cost.set(cost);
		copy.learningRate = learningRate;
		copy.epoch = epoch;
		copy.step = step;
		copy.position = position;
		copy.evaluationDue = evaluationDue;
		copy.figures.set(figures);
		copy.bestLoss = bestLoss;
		copy.bestFigures.set(bestFigures);
		copy.bestEpoch = bestEpoch;
		copy.bestStep = bestStep;
		copy.stopReason = stopReason;
		copy.restored = restored;
		return copy;
	}

	/** The numbers this state holds, for accounting; 8 bytes each. */
	public static long size(TrainingPlan plan) {
		int parameters = plan.architecture().parameterCount();
		return (isRestorable(plan) ? 2L : 1L) * parameters
				+ plan.optimization().optimizer().memory(parameters).size(parameters);
	}

	/**
	 * The parameters to use; not a copy. Methods that average take their gradient
	 * elsewhere.
	 */
	public Parameters parameters() {
		return result;
	}

	/** What the run's method has evaluated so far; not a copy. */
	public Cost cost() {
		return cost;
	}

	/** The learning rate of the last update; before the first, that of the first. */
	public double learningRate() {
		return learningRate;
	}

	/**
	 * The epoch the parameters belong to: whole epochs done, or the best after a restore.
	 */
	public int parametersEpoch() {
		return restored ? bestEpoch : epoch;
	}

	/** Whether the run has ended and the parameters are those of its best epoch again. */
	public boolean restored() {
		return restored;
	}

	/** The updates that were made to get the parameters. */
	public long parametersStep() {
		return restored ? bestStep : step;
	}

	/** Whole epochs done. */
	public int epoch() {
		return epoch;
	}

	/** Updates done. */
	public long step() {
		return step;
	}

	/** The latest evaluation, or that of the best epoch after a restore; not a copy. */
	public EpochFigures figures() {
		return figures;
	}

	/** Whether the figures were worked out with the present parameters. */
	public boolean figuresAreCurrent() {
		return restored || (position == 0 && !evaluationDue && !Double.isNaN(figures.trainLoss()));
	}

	/** The evaluated epoch with the lowest monitored loss so far. */
	public int bestEpoch() {
		return bestEpoch;
	}

	public @Nullable StopReason stopReason() {
		return stopReason;
	}

}
