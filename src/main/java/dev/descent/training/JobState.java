package dev.descent.training;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import dev.descent.engine.training.StopReason;

/** Where a job stands. */
public enum JobState {

	/** Waits for its next slice of time, after it was posted or resumed. */
	QUEUED,

	/** Is trained, in turn with the others. */
	RUNNING,

	/** Stands still until it is resumed: somebody asked for it, or a breakpoint did. */
	PAUSED,

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
			case QUEUED -> EnumSet.of(RUNNING, PAUSED, CANCELLED, FAILED);
			case RUNNING -> EnumSet.of(PAUSED, SUCCEEDED, FAILED, CANCELLED, DIVERGED);
			case PAUSED -> EnumSet.of(QUEUED, CANCELLED);
			case SUCCEEDED, FAILED, CANCELLED, DIVERGED -> EnumSet.noneOf(JobState.class);
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

	/** As a sentence enumerates them: queued, running or paused. */
	static String list(Set<JobState> states) {
		String names = states.stream().map(JobState::jsonName).collect(Collectors.joining(", "));
		int last = names.lastIndexOf(", ");
		return (last < 0) ? names : names.substring(0, last) + " or " + names.substring(last + 2);
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
