package dev.descent.training;

import java.util.Locale;
import java.util.Set;

import dev.descent.engine.training.StopReason;

/** Where a job stands. */
public enum JobState {

	/** Waits for its first slice of time. */
	QUEUED,

	/** Is trained, in turn with the others. */
	RUNNING,

	/** Ended as it was meant to, or early for a reason that the request gave. */
	SUCCEEDED,

	/** Ended by a fault of the service. */
	FAILED,

	/** Ended because somebody asked for it. */
	CANCELLED,

	/** Ended because its numbers became infinite or NaN. */
	DIVERGED;

	/** The states that may follow this one. */
	public Set<JobState> next() {
		return switch (this) {
			case QUEUED -> Set.of(RUNNING, CANCELLED, FAILED);
			case RUNNING -> Set.of(SUCCEEDED, FAILED, CANCELLED, DIVERGED);
			case SUCCEEDED, FAILED, CANCELLED, DIVERGED -> Set.of();
		};
	}

	/** As it is spelt in JSON. */
	public String jsonName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether nothing follows. */
	public boolean isFinal() {
		return next().isEmpty();
	}

	/** The final state that a reason to stop leads to. */
	static JobState after(StopReason reason) {
		return switch (reason) {
			case COMPLETED, EARLY_STOPPED, TARGET_REACHED, CONVERGED, TIME_LIMIT -> SUCCEEDED;
			case CANCELLED -> CANCELLED;
			case DIVERGED -> DIVERGED;
			case ERROR -> FAILED;
		};
	}

}
