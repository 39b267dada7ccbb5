package dev.descent.training;

import dev.descent.engine.training.Hold;
import dev.descent.engine.training.TrainingRun;
import dev.descent.engine.training.TrainingState;

/**
 * A moment of a run: so many epochs, or so many updates, are made and what was due to be
 * evaluated is.
 */
sealed interface Moment extends Hold {

	/** Whether a run is there. */
	boolean reachedBy(TrainingState state);

	/** Whether a checkpoint lies there or before. */
	boolean follows(Checkpoint checkpoint);

	/** Whether a checkpoint lies there, evaluated or not. */
	boolean isAt(Checkpoint checkpoint);

	/** How many epochs and updates away it is from a checkpoint before it, at most. */
	Distance from(Checkpoint checkpoint);

	/** Such as "epoch 10". */
	String name();

	@Override
	default boolean holds(TrainingRun run) {
		return reachedBy(run.state());
	}

	/**
	 * A length of a run.
	 *
	 * @param epochs that are evaluated on the way
	 * @param samples that are learned from on the way
	 */
	record Distance(long epochs, long samples) {
	}

	record AfterEpoch(int epoch) implements Moment {

		@Override
		public boolean reachedBy(TrainingState state) {
			return state.epoch() == epoch && state.betweenEpochs() && !state.evaluationDue();
		}

		@Override
		public boolean follows(Checkpoint checkpoint) {
			return checkpoint.epochsBegun() <= epoch;
		}

		@Override
		public boolean isAt(Checkpoint checkpoint) {
			return checkpoint.epochsBegun() == epoch && checkpoint.betweenEpochs();
		}

		@Override
		public Distance from(Checkpoint checkpoint) {
			long epochs = epoch - checkpoint.epochsBegun() + 1L;
			return new Distance(epochs, epochs * checkpoint.experiment().split().training().length);
		}

		@Override
		public String name() {
			return "epoch " + epoch;
		}

	}

	record AfterUpdate(long step) implements Moment {

		@Override
		public boolean reachedBy(TrainingState state) {
			return state.step() == step && !state.evaluationDue();
		}

		@Override
		public boolean follows(Checkpoint checkpoint) {
			return checkpoint.updates() <= step;
		}

		@Override
		public boolean isAt(Checkpoint checkpoint) {
			return checkpoint.updates() == step;
		}

		@Override
		public Distance from(Checkpoint checkpoint) {
			var experiment = checkpoint.experiment();
			long samples = experiment.split().training().length;
			long batch = Math.min(samples, experiment.plan().batchSize());
			long learned = (step - checkpoint.updates()) * batch;
			return new Distance(1 + learned / samples, learned);
		}

		@Override
		public String name() {
			return "step " + step;
		}

	}

}
