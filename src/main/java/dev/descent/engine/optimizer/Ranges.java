package dev.descent.engine.optimizer;

/** What hyper-parameters must hold; a fault of the program, not of a user. */
final class Ranges {

	private Ranges() {
	}

	/** In [0, 1), as a decay or a momentum. */
	static void requireShare(String name, double value) {
		if (!(value >= 0 && value < 1)) {
			throw new IllegalArgumentException(name + " must be in [0, 1) but was " + value);
		}
	}

	static void requirePositive(String name, double value) {
		if (!(value > 0)) {
			throw new IllegalArgumentException(name + " must be positive but was " + value);
		}
	}

	static void requireNotNegative(String name, double value) {
		if (!(value >= 0)) {
			throw new IllegalArgumentException(name + " must not be negative but was " + value);
		}
	}

}
