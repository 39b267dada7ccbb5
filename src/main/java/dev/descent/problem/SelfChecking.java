package dev.descent.problem;

/**
 * A request body with rules that its fields' annotations cannot express, such as rows of
 * equal length. Checked after the annotations, on the values that passed them.
 */
public interface SelfChecking {

	/** Adds every fault, with pointers relative to this value. */
	void check(Faults faults);

}
