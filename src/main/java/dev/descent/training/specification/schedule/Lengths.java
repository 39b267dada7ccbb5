package dev.descent.training.specification.schedule;

import org.jspecify.annotations.Nullable;

/** The lengths of schedules: their bounds, and what they are if they are not given. */
final class Lengths {

	/**
	 * The most that can be counted: the most epochs of single-sample updates on the most
	 * samples.
	 */
	static final long MOST = 10_000_000_000_000L;

	private Lengths() {
	}

	/** What was given, else a share of the training. */
	static long orShare(@Nullable Long given, double share, long horizon) {
		return (given != null) ? given : Math.clamp(Math.round(share * horizon), 1, MOST);
	}

	/** What a resolved schedule has. */
	static <T> T resolved(@Nullable T value) {
		if (value == null) {
			throw new IllegalStateException("the schedule is not resolved");
		}
		return value;
	}

}
