package dev.descent.dataset.specification;

/** What the parameters mean that most recipes have. */
final class Descriptions {

	static final String SAMPLES = "Number of samples.";

	static final String INPUT_NOISE = "Standard deviation of the Gaussian noise added to every input.";

	static final String TARGET_NOISE = "Standard deviation of the Gaussian noise added to the target.";

	static final String LABEL_NOISE = "Share of the samples whose label is replaced by another class.";

	static final String CLASS_BALANCE = "Relative sizes of the classes, one number a class; equal if absent.";

	static final String RANGE = "Inputs are drawn uniformly from [-range, range].";

	static final String SEED = "Seed of the random numbers; derived from the seed of the request if absent.";

	private Descriptions() {
	}

}
