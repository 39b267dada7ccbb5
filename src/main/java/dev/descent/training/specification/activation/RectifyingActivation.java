package dev.descent.training.specification.activation;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.activation.Activation;
import dev.descent.engine.activation.Celu;
import dev.descent.engine.activation.Elu;
import dev.descent.engine.activation.Gelu;
import dev.descent.engine.activation.GeluTanh;
import dev.descent.engine.activation.LeakyRelu;
import dev.descent.engine.activation.Mish;
import dev.descent.engine.activation.Relu;
import dev.descent.engine.activation.Selu;
import dev.descent.engine.activation.Silu;
import dev.descent.engine.activation.Softplus;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** Activations that pass what is positive and hold back what is negative. */
public sealed interface RectifyingActivation extends ActivationSpecification {

	@JsonTypeName("relu")
	@Reference(formula = "f(z) = max(0, z)", latex = "f(z) = \\max(0, z)",
			source = "Nair and Hinton, 2010, Rectified linear units improve restricted Boltzmann machines")
	@Schema(description = "Passes what is positive; a unit that is negative for every sample is dead.")
	record ReluActivation() implements RectifyingActivation {

		@Override
		public Activation activation() {
			return new Relu();
		}

	}

	@JsonTypeName("leaky_relu")
	@Reference(formula = "f(z) = z if z > 0, else negativeSlope z", latex = "f(z) = \\max(\\alpha z, z)",
			source = "Maas, Hannun and Ng, 2013, Rectifier nonlinearities improve neural network acoustic models")
	@Schema(description = "A ReLU that lets a little through where z is negative, so that no unit dies.")
	record LeakyReluActivation(@DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1",
			inclusive = false) @Schema(description = "Slope for negative z.", example = "0.01") Double negativeSlope)
			implements
				RectifyingActivation {

		public LeakyReluActivation {
			negativeSlope = Objects.requireNonNullElse(negativeSlope, 0.01);
		}

		@Override
		public Activation activation() {
			return new LeakyRelu(negativeSlope);
		}

	}

	@JsonTypeName("elu")
	@Reference(level = Level.ADVANCED, formula = "f(z) = z if z > 0, else alpha (e^z - 1)",
			latex = "f(z) = z \\text{ if } z > 0,\\ \\alpha (e^z - 1) \\text{ otherwise}",
			source = "Clevert, Unterthiner and Hochreiter, 2016, Fast and accurate deep network learning by exponential linear units")
	@Schema(description = "A ReLU with a smooth negative side, so that means stay near 0.")
	record EluActivation(@DecimalMin(value = "0", inclusive = false) @DecimalMax("100") @Schema(
			description = "Minus the limit for very negative z.", example = "1.0") Double alpha)
			implements
				RectifyingActivation {

		public EluActivation {
			alpha = Objects.requireNonNullElse(alpha, 1.0);
		}

		@Override
		public Activation activation() {
			return new Elu(alpha);
		}

	}

	@JsonTypeName("selu")
	@Reference(level = Level.ADVANCED, formula = "f(z) = 1.0507 z if z > 0, else 1.0507 1.6733 (e^z - 1)",
			latex = "f(z) = \\lambda z \\text{ if } z > 0,\\ \\lambda \\alpha (e^z - 1) \\text{ otherwise}",
			source = "Klambauer, Unterthiner, Mayr and Hochreiter, 2017, Self-normalizing neural networks")
	@Schema(description = "An ELU scaled so that mean 0 and variance 1 stay from layer to layer; use lecun_normal.")
	record SeluActivation() implements RectifyingActivation {

		@Override
		public Activation activation() {
			return new Selu();
		}

	}

	@JsonTypeName("celu")
	@Reference(level = Level.ADVANCED, formula = "f(z) = z if z > 0, else alpha (e^(z / alpha) - 1)",
			latex = "f(z) = \\max(0, z) + \\min(0, \\alpha (e^{z/\\alpha} - 1))",
			source = "Barron, 2017, Continuously differentiable exponential linear units")
	@Schema(description = "An ELU whose derivative is continuous for every alpha.")
	record CeluActivation(
			@DecimalMin(value = "0.01") @DecimalMax("100") @Schema(description = "Minus the limit for very negative z.",
					example = "1.0") Double alpha)
			implements
				RectifyingActivation {

		public CeluActivation {
			alpha = Objects.requireNonNullElse(alpha, 1.0);
		}

		@Override
		public Activation activation() {
			return new Celu(alpha);
		}

	}

	@JsonTypeName("gelu")
	@Reference(level = Level.ADVANCED, formula = "f(z) = z Phi(z), Phi the normal distribution function",
			latex = "f(z) = z\\,\\Phi(z)", source = "Hendrycks and Gimpel, 2016, Gaussian error linear units")
	@Schema(description = "z times the chance that a normal number is below it.")
	record GeluActivation() implements RectifyingActivation {

		@Override
		public Activation activation() {
			return new Gelu();
		}

	}

	@JsonTypeName("gelu_tanh")
	@Reference(level = Level.ADVANCED, formula = "f(z) = z/2 (1 + tanh(sqrt(2 / pi) (z + 0.044715 z^3)))",
			latex = "f(z) = \\tfrac{z}{2} \\big(1 + \\tanh(\\sqrt{2/\\pi}\\,(z + 0.044715 z^3))\\big)",
			source = "Hendrycks and Gimpel, 2016, Gaussian error linear units")
	@Schema(description = "The usual approximation of gelu.")
	record GeluTanhActivation() implements RectifyingActivation {

		@Override
		public Activation activation() {
			return new GeluTanh();
		}

	}

	@JsonTypeName("silu")
	@Reference(level = Level.ADVANCED, formula = "f(z) = z / (1 + e^-z)", latex = "f(z) = \\frac{z}{1 + e^{-z}}",
			source = "Elfwing, Uchibe and Doya, 2018, Sigmoid-weighted linear units")
	@Schema(description = "z times its sigmoid, also called swish.")
	record SiluActivation() implements RectifyingActivation {

		@Override
		public Activation activation() {
			return new Silu();
		}

	}

	@JsonTypeName("softplus")
	@Reference(level = Level.ADVANCED, formula = "f(z) = log(1 + e^z)", latex = "f(z) = \\log(1 + e^z)",
			source = "Dugas, Bengio, Belisle, Nadeau and Garcia, 2001, Incorporating second-order functional knowledge for better option pricing")
	@Schema(description = "A smooth ReLU, always positive.")
	record SoftplusActivation() implements RectifyingActivation {

		@Override
		public Activation activation() {
			return new Softplus();
		}

	}

	@JsonTypeName("mish")
	@Reference(level = Level.ADVANCED, formula = "f(z) = z tanh(log(1 + e^z))",
			latex = "f(z) = z \\tanh(\\log(1 + e^z))",
			source = "Misra, 2020, Mish: a self regularized non-monotonic activation function")
	@Schema(description = "Close to silu.")
	record MishActivation() implements RectifyingActivation {

		@Override
		public Activation activation() {
			return new Mish();
		}

	}

}
