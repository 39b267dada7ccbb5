package dev.descent.training.specification;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.descent.engine.activation.Activation;
import dev.descent.engine.activation.Identity;
import dev.descent.engine.activation.LeakyRelu;
import dev.descent.engine.activation.Relu;
import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.activation.Softmax;
import dev.descent.engine.activation.Tanh;

/** The activations by name. */
public enum ActivationType {

	@JsonProperty("sigmoid")
	SIGMOID(new Sigmoid()),

	@JsonProperty("tanh")
	TANH(new Tanh()),

	@JsonProperty("relu")
	RELU(new Relu()),

	@JsonProperty("leaky_relu")
	LEAKY_RELU(new LeakyRelu(LeakyRelu.STANDARD_SLOPE)),

	@JsonProperty("identity")
	IDENTITY(new Identity()),

	@JsonProperty("softmax")
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
