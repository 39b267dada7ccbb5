package dev.descent.training.specification.activation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.activation.Activation;
import dev.descent.engine.activation.Exponential;
import dev.descent.engine.activation.Softmax;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;

/** Activations for the output layer only. */
public sealed interface OutputActivation extends ActivationSpecification {

	@Override
	default boolean forHiddenLayers() {
		return false;
	}

	@JsonTypeName("softmax")
	@Reference(formula = "f(z)_i = e^z_i / sum_j e^z_j", latex = "f(z)_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}",
			source = "Bridle, 1990, Probabilistic interpretation of feedforward classification network outputs")
	@Schema(description = "Probabilities of exclusive classes.")
	record SoftmaxActivation() implements OutputActivation {

		@Override
		public Activation activation() {
			return new Softmax();
		}

	}

	@JsonTypeName("exponential")
	@Reference(level = Level.ADVANCED, formula = "f(z) = e^z", latex = "f(z) = e^z",
			source = "McCullagh and Nelder, 1989, Generalized linear models")
	@Schema(description = "A positive mean, for counts.")
	record ExponentialActivation() implements OutputActivation {

		@Override
		public Activation activation() {
			return new Exponential();
		}

	}

}
