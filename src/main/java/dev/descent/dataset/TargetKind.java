package dev.descent.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How raw targets are meant, where their look leaves it open. */
public enum TargetKind {

	/** Every distinct target is a class. */
	@JsonProperty("classification")
	CLASSIFICATION,

	/** Every target is a number to be predicted. */
	@JsonProperty("regression")
	REGRESSION

}
