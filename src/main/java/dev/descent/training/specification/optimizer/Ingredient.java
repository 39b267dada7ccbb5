package dev.descent.training.specification.optimizer;

/** What a training job may add to a method of descent, and some methods cannot take. */
public enum Ingredient {

	/** {@code training.batchSize}. */
	MINI_BATCHES,

	/** {@code network.hiddenLayers[].dropout}. */
	DROPOUT,

	/** {@code schedule}. */
	SCHEDULE,

	/** A schedule that moves the momentum. */
	MOMENTUM_CYCLING,

	/** {@code gradientClipping}. */
	GRADIENT_CLIPPING,

	/** {@code gradientNoise}. */
	GRADIENT_NOISE,

	/** {@code regularization.l1}. */
	L1_PENALTY,

	/** {@code regularization.maxNorm}. */
	MAX_NORM,

	/** {@code averaging}. */
	AVERAGING

}
