package dev.descent.reference;

/** Whom an entry of the catalogue is for. */
public enum Level {

	/** What a first course uses. */
	BASIC,

	/** What needs a reason. */
	ADVANCED

}
