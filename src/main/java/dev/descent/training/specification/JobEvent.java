package dev.descent.training.specification;

/** What can happen to a job that somebody elsewhere may want to know. */
public enum JobEvent {

	/** It ended as it was meant to. */
	SUCCEEDED,

	/** It ended by a fault of the service. */
	FAILED,

	/** It ended because its numbers became infinite or NaN. */
	DIVERGED,

	/** It ended because somebody asked for it. */
	CANCELLED,

	/** It came to a breakpoint. */
	BREAKPOINT

}
