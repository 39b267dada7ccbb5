package dev.descent.training.specification.schedule;

/** What a schedule counts. */
public enum StepPer {

	/** Passes over the training samples. */
	EPOCH,

	/** Updates of the parameters. */
	UPDATE

}
