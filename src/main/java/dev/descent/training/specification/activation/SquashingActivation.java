package dev.descent.training.specification.activation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.activation.Activation;
import dev.descent.engine.activation.Gaussian;
import dev.descent.engine.activation.HardSigmoid;
import dev.descent.engine.activation.HardTanh;
import dev.descent.engine.activation.Identity;
import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.activation.Sine;
import dev.descent.engine.activation.Softsign;
import dev.descent.engine.activation.Tanh;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;

/** Activations that squash or repeat, and the identity. */
public sealed interface SquashingActivation extends ActivationSpecification {

	@JsonTypeName("identity")
	@Reference(formula = "f(z) = z", latex = "f(z) = z", source = "Widrow and Hoff, 1960, Adaptive switching circuits")
	@Schema(description = "A linear layer, the usual output of a regression.")
	record IdentityActivation() implements SquashingActivation {

		@Override
		public Activation activation() {
			return new Identity();
		}

	}

	@JsonTypeName("sigmoid")
	@Reference(formula = "f(z) = 1 / (1 + e^-z)", latex = "f(z) = \\frac{1}{1 + e^{-z}}",
			source = "Rumelhart, Hinton and Williams, 1986, Learning representations by back-propagating errors")
	@Schema(description = "Between 0 and 1; passes hardly any gradient far from 0.")
	record SigmoidActivation() implements SquashingActivation {

		@Override
		public Activation activation() {
			return new Sigmoid();
		}

	}

	@JsonTypeName("tanh")
	@Reference(formula = "f(z) = tanh z", latex = "f(z) = \\tanh z",
			source = "LeCun, Bottou, Orr and Mueller, 1998, Efficient backprop")
	@Schema(description = "Between -1 and 1, centred at 0.")
	record TanhActivation() implements SquashingActivation {

		@Override
		public double low() {
			return -1;
		}

		@Override
		public Activation activation() {
			return new Tanh();
		}

	}

	@JsonTypeName("softsign")
	@Reference(level = Level.ADVANCED, formula = "f(z) = z / (1 + |z|)", latex = "f(z) = \\frac{z}{1 + |z|}",
			source = "Elliott, 1993, A better activation function for artificial neural networks; Bergstra et al., 2009, Quadratic polynomials learn better image features")
	@Schema(description = "Like tanh, but it approaches its limits slowly.")
	record SoftsignActivation() implements SquashingActivation {

		@Override
		public double low() {
			return -1;
		}

		@Override
		public Activation activation() {
			return new Softsign();
		}

	}

	@JsonTypeName("hard_tanh")
	@Reference(level = Level.ADVANCED, formula = "f(z) = max(-1, min(1, z))", latex = "f(z) = \\max(-1, \\min(1, z))",
			source = "Collobert, 2004, Large scale machine learning")
	@Schema(description = "z cut to [-1, 1]; passes no gradient outside.")
	record HardTanhActivation() implements SquashingActivation {

		@Override
		public double low() {
			return -1;
		}

		@Override
		public Activation activation() {
			return new HardTanh();
		}

	}

	@JsonTypeName("hard_sigmoid")
	@Reference(level = Level.ADVANCED, formula = "f(z) = max(0, min(1, z / 6 + 1/2))",
			latex = "f(z) = \\max(0, \\min(1, z/6 + 1/2))", source = "Howard et al., 2019, Searching for MobileNetV3")
	@Schema(description = "A straight line cut to [0, 1]; passes no gradient outside.")
	record HardSigmoidActivation() implements SquashingActivation {

		@Override
		public Activation activation() {
			return new HardSigmoid();
		}

	}

	@JsonTypeName("sine")
	@Reference(level = Level.ADVANCED, formula = "f(z) = sin z", latex = "f(z) = \\sin z",
			source = "Sitzmann, Martel, Bergman, Lindell and Wetzstein, 2020, Implicit neural representations with periodic activation functions")
	@Schema(description = "For signals that repeat.")
	record SineActivation() implements SquashingActivation {

		@Override
		public Activation activation() {
			return new Sine();
		}

	}

	@JsonTypeName("gaussian")
	@Reference(level = Level.ADVANCED, formula = "f(z) = e^(-z^2)", latex = "f(z) = e^{-z^2}",
			source = "Stanley, 2007, Compositional pattern producing networks (one of its functions)")
	@Schema(description = "Answers near one hyperplane.")
	record GaussianActivation() implements SquashingActivation {

		@Override
		public Activation activation() {
			return new Gaussian();
		}

	}

}
