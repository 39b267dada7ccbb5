package dev.descent.training;

import dev.descent.engine.network.Parameters;
import dev.descent.engine.training.EpochFigures;
import dev.descent.engine.training.TrainingPlan;
import dev.descent.engine.training.TrainingState;

/** A moment of a run that was kept: all that is needed to go on from there. */
public final class Checkpoint {

	private final TrainingPlan plan;

	private final int epoch;

	private final long step;

	private final EpochFigures figures;

	private final boolean figuresAreCurrent;

	/** The state as one array, for there are many of them. */
	private final double[] numbers;

	Checkpoint(TrainingState state) {
		this.plan = state.plan();
		this.epoch = state.parametersEpoch();
		this.step = state.parametersStep();
		this.figures = state.figures().copy();
		this.figuresAreCurrent = state.figuresAreCurrent();
		this.numbers = state.numbers();
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
		return TrainingState.of(plan, numbers);
	}

	/** A copy. */
	public Parameters parameters() {
		return state().parameters();
	}

}
