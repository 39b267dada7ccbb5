package dev.descent.engine.training;

/** Is told of a run's progress, on the thread that trains; it must be quick. */
@FunctionalInterface
public interface TrainingListener {

	/** A listener that does nothing. */
	TrainingListener NONE = (run) -> {
	};

	/**
	 * An epoch was evaluated (epoch 0 is the start) and its losses are finite. The run
	 * shows its losses, metrics and state; what is to be kept must be copied.
	 */
	void evaluated(TrainingRun run);

	/**
	 * An update is about to be made. The run shows its number and learning rate and the
	 * loss of its batch; the parameters are still those before it.
	 */
	default void updating(TrainingRun run) {
	}

}
