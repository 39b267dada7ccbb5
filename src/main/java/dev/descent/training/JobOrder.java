package dev.descent.training;

/** The order of a list of jobs. */
public enum JobOrder {

	/** The newest first. */
	NEWEST,

	/** The oldest first. */
	OLDEST,

	/**
	 * By name, whatever the case; those without a name first, and of equals the oldest.
	 */
	NAME

}
