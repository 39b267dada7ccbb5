package dev.descent.training.breakpoint;

/** Where a run stands. A condition asks only for what it needs, and only when it does. */
@FunctionalInterface
public interface Values {

	/** NaN if there is no such number, or none yet. */
	double of(Variable variable);

}
