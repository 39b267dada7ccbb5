package dev.descent.engine.schedule;

/** What schedules ask of their lengths. */
final class Lengths {

	private Lengths() {
	}

	static void requirePositive(String name, long length) {
		if (length < 1) {
			throw new IllegalArgumentException(name + " must be positive but was " + length);
		}
	}

	/** How much of a length has passed, from 0 to 1. */
	static double share(long time, long length) {
		return Math.min(time, length) / (double) length;
	}

}
