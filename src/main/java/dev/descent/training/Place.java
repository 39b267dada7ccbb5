package dev.descent.training;

import dev.descent.engine.training.TrainingState;

/**
 * Where a run stands.
 *
 * @param step updates made
 * @param epoch whole epochs trained
 * @param betweenEpochs whether no other epoch has begun
 * @param evaluationDue whether the last epoch is still to be evaluated
 */
record Place(long step, int epoch, boolean betweenEpochs, boolean evaluationDue) {

	/** What is changed before the first epoch is changed after epoch 0 is evaluated. */
	static final Place START = new Place(0, 0, true, false);

	static Place of(TrainingState state) {
		return new Place(state.step(), state.epoch(), state.betweenEpochs(), state.evaluationDue());
	}

	static Place of(Checkpoint moment) {
		int epoch = moment.betweenEpochs() ? moment.epochsBegun() : moment.epochsBegun() - 1;
		return new Place(moment.updates(), epoch, moment.betweenEpochs(), !moment.whole());
	}

	/** Epochs that have begun, the present one included. */
	int epochsBegun() {
		return betweenEpochs ? epoch : epoch + 1;
	}

	/**
	 * A moment that is so far away.
	 * @param epochs whole epochs; else updates
	 */
	Moment after(int count, boolean epochs) {
		return epochs ? new Moment.AfterEpoch(epoch + count) : new Moment.AfterUpdate(step + count);
	}

}
