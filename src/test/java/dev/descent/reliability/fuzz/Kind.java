package dev.descent.reliability.fuzz;

/** How far a request is from what the document says. */
enum Kind {

	/** As the document describes it. */
	VALID,

	/** With values at an edge of what is allowed, or just beyond. */
	BOUNDARY,

	/** Damaged: fields renamed, retyped, removed or doubled, other headers and types. */
	MUTATED,

	/** Meant to do harm. */
	HOSTILE

}
