package dev.descent.engine.analysis;

/** How a derivative compares with differences. */
public enum Agreement {

	/** They differ by no more than rounding and truncation explain. */
	AGREES,

	/**
	 * They differ, but the function has a corner within reach of the step, where it has
	 * no derivative: nearer by they agree, or the corner is at the parameters themselves.
	 */
	KINK,

	/** They differ, and nothing explains it. */
	WRONG

}
