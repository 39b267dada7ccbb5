package dev.descent.engine.analysis;

/**
 * What can be read of each layer while a network is trained. What is read of a batch is
 * of the last one before an evaluation, with the parameters before its update; the rest
 * is of the parameters after it.
 */
public enum Instrument {

	/**
	 * Euclidean norm of the batch's gradient as the optimizer is given it: with
	 * penalties, noise and clipping.
	 */
	GRADIENT_NORM(true),

	/** Euclidean norm of the weights and biases. */
	PARAMETER_NORM(true),

	/** Norm of the change by the last update over the norm of what it changed. */
	UPDATE_RATIO(true),

	/** Norm of the difference from the parameters of epoch 0. */
	DISTANCE_FROM_START(true),

	/** See {@link LayerVitals#deadShare}; of the batch. */
	DEAD_SHARE(true),

	/** See {@link LayerVitals#saturatedShare}; of the batch. */
	SATURATED_SHARE(true),

	/** Mean of the weights. */
	WEIGHT_MEAN(false),

	/** Standard deviation of the weights. */
	WEIGHT_DEVIATION(false),

	/** Mean of the activations over the batch. */
	ACTIVATION_MEAN(false),

	/** Standard deviation of the activations over the batch. */
	ACTIVATION_DEVIATION(false),

	/** See {@link LayerVitals#gradientSignalToNoise}; of the batch. */
	GRADIENT_SIGNAL_TO_NOISE(false);

	private final boolean cheap;

	Instrument(boolean cheap) {
		this.cheap = cheap;
	}

	/** Its place among all of them, from 0. */
	@SuppressWarnings("EnumOrdinal") // the readings of a run are in this order
	int index() {
		return ordinal();
	}

	/** Whether it costs next to nothing. */
	public boolean isCheap() {
		return cheap;
	}

}
