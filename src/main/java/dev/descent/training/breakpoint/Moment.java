package dev.descent.training.breakpoint;

/** When a number of a run may change, from the rarest to the most frequent. */
public enum Moment {

	/** After the loss has been evaluated over all samples. */
	EVALUATION,

	/** After an epoch. */
	EPOCH,

	/** After an update. */
	UPDATE

}
