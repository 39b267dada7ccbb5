package dev.descent.insight.trace;

/** How much of a trace is told. */
public enum Detail {

	/** Smallest, largest and mean of each quantity. */
	OVERVIEW,

	/** Every number, with the formula of its kind. */
	VALUES,

	/** Every number, with the formula that gives it. */
	FORMULAS

}
