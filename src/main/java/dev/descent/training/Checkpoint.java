package dev.descent.training;

import dev.descent.engine.network.Parameters;
import dev.descent.engine.training.TrainingState;

/**
 * A moment of a run that was kept.
 *
 * @param epoch whole epochs trained to get these parameters
 * @param step updates made to get them
 * @param trainLoss the training loss with them; NaN if it was not evaluated
 * @param validationLoss likewise
 * @param state all that is needed to go on from here; must not be changed
 */
public record Checkpoint(int epoch, long step, double trainLoss, double validationLoss, TrainingState state) {

	public Parameters parameters() {
		return state.parameters();
	}

}
