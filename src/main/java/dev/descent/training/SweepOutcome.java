package dev.descent.training;

/** How the sweep of a learning-rate range test ended by itself. */
public enum SweepOutcome {

	/** The highest rate was reached. */
	ALL_UPDATES,

	/** The smoothed loss grew to the multiple of its best at which to stop. */
	LOSS_GREW,

	/** A loss or a parameter became infinite or NaN. */
	NOT_FINITE

}
