package dev.descent.engine.training;

/** Why a run ended. */
public enum StopReason {

	/** All epochs were trained. */
	COMPLETED,

	/** The monitored loss did not improve for the patience. */
	EARLY_STOPPED,

	/** The training loss reached its target. */
	TARGET_REACHED,

	/** The method found nothing more to gain. */
	CONVERGED,

	/** The time allowed was used up. */
	TIME_LIMIT,

	/** Somebody asked for it. */
	CANCELLED,

	/** A loss or a parameter became infinite or NaN. */
	DIVERGED,

	/** The program failed. */
	ERROR

}
