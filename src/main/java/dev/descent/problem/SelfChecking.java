package dev.descent.problem;

/**
 * A request body with rules that its fields' annotations cannot express, such as rows of
 * equal length. Checked after the annotations, whatever they found: a rule asks
 * {@link Faults#noneAt} whether it can rely on the fields that it compares.
 */
public interface SelfChecking {

	/** Adds every fault, with pointers relative to this value. */
	void check(Faults faults);

}
