package dev.descent.race.specification;

/** By which number of each run the variants are judged; lower is better. */
public enum Criterion {

	/** The loss when the run ended. */
	FINAL_LOSS,

	/** The lowest loss of any evaluated epoch. */
	LOWEST_LOSS,

	/** How many gradients it took to come down to the target. */
	COST_TO_TARGET

}
