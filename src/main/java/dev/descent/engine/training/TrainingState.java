package dev.descent.engine.training;

import dev.descent.engine.network.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is: with its plan and data it says all that is needed to go on, bit for
 * bit. Positions count what is done.
 */
public final class TrainingState {

	final Parameters parameters;

	/** The optimizer's vectors. */
	final double[][] memory;

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

	private TrainingState(Parameters parameters, double[][] memory, @Nullable Parameters bestParameters) {
		this.parameters = parameters;
		this.memory = memory;
		this.bestParameters = bestParameters;
	}

	/** The state before the first update, with a copy of the given parameters. */
	static TrainingState start(TrainingPlan plan, Parameters parameters) {
		var stopping = plan.earlyStopping();
		boolean restorable = stopping != null && stopping.restoreBest();
		var memory = new double[plan.optimizer().memory().size()][parameters.values().length];
		var state = new TrainingState(parameters.copy(), memory, restorable ? parameters.copy() : null);
		state.evaluationDue = true;
		return state;
	}

	public TrainingState copy() {
		var memoryCopy = new double[memory.length][];
		for (int i = 0; i < memory.length; i++) {
			memoryCopy[i] = memory[i].clone();
		}
		var copy = new TrainingState(parameters.copy(), memoryCopy,
				(bestParameters != null) ? bestParameters.copy() : null);
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
		var stopping = plan.earlyStopping();
		int vectors = 1 + plan.optimizer().memory().size() + ((stopping != null && stopping.restoreBest()) ? 1 : 0);
		return (long) vectors * plan.architecture().parameterCount();
	}

	/** The parameters themselves; not a copy. */
	public Parameters parameters() {
		return parameters;
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
