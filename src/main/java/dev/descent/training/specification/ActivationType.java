package dev.descent.training.specification;

import dev.descent.engine.activation.Activation;
import dev.descent.engine.activation.Identity;
import dev.descent.engine.activation.LeakyRelu;
import dev.descent.engine.activation.Relu;
import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.activation.Softmax;
import dev.descent.engine.activation.Tanh;

/** The activations by name. */
public enum ActivationType {

	SIGMOID(new Sigmoid()),

	TANH(new Tanh()),

	RELU(new Relu()),

	LEAKY_RELU(new LeakyRelu(LeakyRelu.STANDARD_SLOPE)),

	IDENTITY(new Identity()),

	SOFTMAX(new Softmax());

	@SuppressWarnings("ImmutableEnumChecker") // activations are stateless
	private final Activation activation;

	ActivationType(Activation activation) {
		this.activation = activation;
	}

	public Activation activation() {
		return activation;
	}

}
