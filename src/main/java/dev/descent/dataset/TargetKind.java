package dev.descent.dataset;

/** How raw targets are meant, where their look leaves it open. */
public enum TargetKind {

	/** Every distinct target is a class. */
	CLASSIFICATION,

	/** Every target is a number to be predicted. */
	REGRESSION

}
