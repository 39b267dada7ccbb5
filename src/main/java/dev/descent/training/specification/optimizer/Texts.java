package dev.descent.training.specification.optimizer;

/** What several methods say of a parameter that they share. */
final class Texts {

	static final String LEARNING_RATE = "Step size.";

	static final String BETA1 = "Decay of the mean of the gradients.";

	static final String BETA2 = "Decay of the mean of the squared gradients.";

	static final String EPSILON = "Added to the root of the mean square.";

	static final String NO_MOMENTUM = "moves the momentum, which this optimizer does not have";

	static final String AVERAGES = "must be null: the result of this optimizer is an average already";

	static final String WEIGHT_DECAY = "Rate at which the parameters shrink; 0 is off.";

	static final String DECOUPLED = """
			Whether the decay acts on the parameters themselves (learningRate * weightDecay a step) rather than through \
			the gradient.""";

	static final String ON_BIASES = "Whether biases decay as well.";

	static final String PRESET = "Whose defaults fill in what is not given: pytorch, keras or paper. Null: ours.";

	private Texts() {
	}

}
