package dev.descent.training.specification.optimizer;

/** What a training job may add to a method of descent, and some methods cannot take. */
public enum Ingredient {

	MINI_BATCHES("training.batchSize"),

	DROPOUT("network.hiddenLayers[].dropout"),

	SCHEDULE("schedule"),

	MOMENTUM_CYCLING("schedule.cycleMomentum"),

	GRADIENT_CLIPPING("gradientClipping"),

	GRADIENT_NOISE("gradientNoise"),

	L1_PENALTY("regularization.l1"),

	MAX_NORM("regularization.maxNorm"),

	AVERAGING("averaging");

	private final String field;

	Ingredient(String field) {
		this.field = field;
	}

	/** The field of a job that asks for it. */
	public String field() {
		return field;
	}

}
