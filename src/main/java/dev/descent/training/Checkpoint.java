package dev.descent.training;

import dev.descent.engine.network.Parameters;
import dev.descent.engine.training.EpochFigures;
import dev.descent.engine.training.TrainingPlan;
import dev.descent.engine.training.TrainingState;
import dev.descent.limits.WorkingMemory;

/** A moment of a run that was kept: all that is needed to go on from there. */
public final class Checkpoint {

	/** Of the objects around the numbers. */
	private static final int BYTES = 170;

	private final Experiment experiment;

	/** That of the experiment, perhaps with more epochs. */
	private final TrainingPlan plan;

	private final int phase;

	private final long evaluations;

	private final int epoch;

	private final long step;

	private final long updates;

	private final int epochsBegun;

	private final boolean restored;

	private final boolean betweenEpochs;

	private final boolean whole;

	private final EpochFigures figures;

	private final boolean figuresAreCurrent;

	/** The state as one array, for there are many of them. */
	private final double[] numbers;

	/**
	 * @param experiment data and network of the phase
	 * @param phase of the course, from 0
	 * @param evaluations how many were made up to this moment
	 */
	Checkpoint(Experiment experiment, int phase, long evaluations, TrainingState state) {
		this.experiment = experiment;
		this.plan = state.plan();
		this.phase = phase;
		this.evaluations = evaluations;
		this.epoch = state.parametersEpoch();
		this.step = state.parametersStep();
		this.updates = state.step();
		this.epochsBegun = state.epochsBegun();
		this.restored = state.restored();
		this.betweenEpochs = state.betweenEpochs();
		this.whole = !state.evaluationDue();
		this.figures = state.figures().copy();
		this.figuresAreCurrent = state.figuresAreCurrent();
		this.numbers = state.numbers();
	}

	/** Data and network that the parameters belong to. */
	public Experiment experiment() {
		return experiment;
	}

	/** The phase of the course, from 0: as many amendments were in force. */
	public int phase() {
		return phase;
	}

	/** How many evaluations were made up to this moment. */
	long evaluations() {
		return evaluations;
	}

	/** Whole epochs trained to get the parameters. */
	public int epoch() {
		return epoch;
	}

	/** Updates made to get the parameters. */
	public long step() {
		return step;
	}

	/**
	 * Updates that the run has made; more than {@link #step()} where it has ended and
	 * shows its best epoch.
	 */
	long updates() {
		return updates;
	}

	/** Epochs that the run has begun. */
	int epochsBegun() {
		return epochsBegun;
	}

	/** Whether the run stands between two epochs. */
	boolean betweenEpochs() {
		return betweenEpochs;
	}

	/** Whether the evaluation that was due, if any, is made. */
	boolean whole() {
		return whole;
	}

	/** The same moment, but with the parameters of the last update in any case. */
	Checkpoint last() {
		return !restored ? this : new Checkpoint(experiment, phase, evaluations, state().shownLast());
	}

	/**
	 * Losses and metrics at the epoch, or at the last one before it that was evaluated.
	 */
	public EpochFigures figures() {
		return figures;
	}

	/** Whether the figures were worked out with these parameters. */
	public boolean figuresAreCurrent() {
		return figuresAreCurrent;
	}

	/** A copy. */
	public TrainingState state() {
		WorkingMemory.borrow(2 * bytes());
		return TrainingState.of(plan, numbers);
	}

	/** A copy. */
	public Parameters parameters() {
		return state().parameters();
	}

	/** The memory that it takes for itself. */
	long bytes() {
		return BYTES + (long) Double.BYTES * numbers.length;
	}

}
