package dev.descent.insight.diagnosis.symptom;

/** By what two jobs are compared. */
public enum Judge {

	/** The mean loss over the training samples; lower is better. */
	TRAINING_LOSS,

	/** The mean loss over the validation samples; lower is better. */
	VALIDATION_LOSS,

	/**
	 * The metric over the training samples (accuracy with each class counting alike, or
	 * R2); higher is better.
	 */
	TRAINING_METRIC;

	/** As a sentence says it. */
	public String inWords() {
		return switch (this) {
			case TRAINING_LOSS -> "training loss";
			case VALIDATION_LOSS -> "validation loss";
			case TRAINING_METRIC -> "metric over the training samples";
		};
	}

}
