package dev.descent.race;

/** What losses are seen against. */
public enum Against {

	/** Whole passes over the training data. */
	EPOCHS,
	/**
	 * Gradients over the whole training data, which some methods take several of an
	 * update.
	 */
	GRADIENT_EVALUATIONS,
	/** Seconds of training, spread evenly over the gradients of a run. */
	SECONDS;

	/** Where the rows of a run stand, ascending. */
	double[] places(RaceRun run) {
		return switch (this) {
			case EPOCHS -> run.curve().epochs();
			case GRADIENT_EVALUATIONS -> run.curve().gradientEvaluations();
			case SECONDS -> run.secondsAtRows();
		};
	}

}
