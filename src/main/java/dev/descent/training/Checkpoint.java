package dev.descent.training;

import dev.descent.engine.network.Parameters;
import dev.descent.engine.training.EpochFigures;
import dev.descent.engine.training.TrainingState;

/**
 * A moment of a run that was kept.
 *
 * @param state all that is needed to go on from here; must not be changed
 */
public record Checkpoint(TrainingState state) {

	/** Whole epochs trained to get the parameters. */
	public int epoch() {
		return state.parametersEpoch();
	}

	/** Updates made to get the parameters. */
	public long step() {
		return state.parametersStep();
	}

	public Parameters parameters() {
		return state.parameters();
	}

	/**
	 * Losses and metrics at the epoch, or at the last one before it that was evaluated.
	 */
	public EpochFigures figures() {
		return state.figures();
	}

}
