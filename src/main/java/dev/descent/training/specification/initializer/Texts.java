package dev.descent.training.specification.initializer;

/** What all initializers say of their seed. */
final class Texts {

	static final String SEED = "Seed of the draws; the seed of the job if absent.";

	private Texts() {
	}

}
