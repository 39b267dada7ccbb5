package dev.descent.dataset;

/** What there is to learn; it follows from the targets. */
public enum Task {

	/** Which of two classes a sample belongs to. */
	BINARY_CLASSIFICATION,

	/** Which of three or more classes a sample belongs to. */
	MULTICLASS_CLASSIFICATION,

	/** Which number belongs to a sample. */
	REGRESSION

}
