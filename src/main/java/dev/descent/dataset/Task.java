package dev.descent.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What there is to learn; it follows from the targets. */
public enum Task {

	/** Which of two classes a sample belongs to. */
	@JsonProperty("binary_classification")
	BINARY_CLASSIFICATION,

	/** Which of three or more classes a sample belongs to. */
	@JsonProperty("multiclass_classification")
	MULTICLASS_CLASSIFICATION,

	/** Which number belongs to a sample. */
	@JsonProperty("regression")
	REGRESSION

}
