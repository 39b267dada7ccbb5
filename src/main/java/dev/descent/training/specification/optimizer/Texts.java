package dev.descent.training.specification.optimizer;

/** What several methods say of a parameter that they share. */
final class Texts {

	static final String LEARNING_RATE = "Step size.";

	static final String WEIGHT_DECAY = "Rate at which the parameters shrink; 0 is off.";

	static final String DECOUPLED = """
			Whether the decay acts on the parameters themselves (learningRate * weightDecay a step) rather than through \
			the gradient.""";

	static final String ON_BIASES = "Whether biases decay as well.";

	static final String PRESET = "Whose defaults fill in what is not given: pytorch, keras or paper. Null: ours.";

	private Texts() {
	}

}
