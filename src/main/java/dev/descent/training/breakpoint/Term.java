package dev.descent.training.breakpoint;

/** A part of a condition that can be worked out. */
sealed interface Term {

	@FunctionalInterface
	non-sealed interface Quantity extends Term {

		double of(Values values);

	}

	@FunctionalInterface
	non-sealed interface Truth extends Term {

		boolean of(Values values);

	}

}
