package dev.descent.training.specification.optimizer;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.optimizer.Adadelta;
import dev.descent.engine.optimizer.Adagrad;
import dev.descent.engine.optimizer.Adam;
import dev.descent.engine.optimizer.Adamax;
import dev.descent.engine.optimizer.AmsGrad;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.optimizer.RmsProp;
import dev.descent.engine.optimizer.WeightDecay;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/** Methods that give every parameter a step size of its own. */
public sealed interface AdaptiveSpecification extends PlainSpecification {

	@JsonTypeName("adagrad")
	@Reference(level = Level.BASIC,
			formula = "s = s + g^2; w = w - learningRate / (1 + (t - 1) learningRateDecay) g / (sqrt(s) + epsilon)",
			latex = "s_t = s_{t-1} + g_t^2,\\quad w_t = w_{t-1} - \\eta\\, g_t / (\\sqrt{s_t} + \\epsilon)",
			source = "Duchi, Hazan and Singer, 2011, Adaptive subgradient methods")
	@Schema(description = "Steps that shrink with the sum of all squared gradients.")
	record AdagradSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = Texts.LEARNING_RATE,
					example = "0.1") Double learningRate,
			@DecimalMin("0") @DecimalMax("1") @Schema(description = "How fast the rate falls besides.",
					example = "0.0") Double learningRateDecay,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = "Where the sum starts.",
					example = "0.0") Double initialAccumulator,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(description = Texts.EPSILON,
					example = "1e-10") Double epsilon,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.DECOUPLED, example = "false") Boolean decoupledWeightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "pytorch") @Nullable Preset preset)
			implements
				AdaptiveSpecification {

		public AdagradSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.1, 0.01, 0.001, 0.1);
			learningRateDecay = Objects.requireNonNullElse(learningRateDecay, 0.0);
			initialAccumulator = Preset.choose(preset, initialAccumulator, 0.0, 0.0, 0.1, 0.0);
			epsilon = Preset.choose(preset, epsilon, 1e-10, 1e-10, 1e-07, 1e-10);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			decoupledWeightDecay = Preset.decoupled(preset, decoupledWeightDecay);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.PYTORCH, Preset.KERAS);
		}

		@Override
		public Map<Ingredient, String> refused() {
			return Map.of(Ingredient.MOMENTUM_CYCLING, Texts.NO_MOMENTUM);
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(new Adagrad(learningRateDecay, initialAccumulator, epsilon), weightDecay,
					decoupledWeightDecay, weightDecayOnBiases);
		}

	}

	@JsonTypeName("adadelta")
	@Reference(level = Level.ADVANCED,
			formula = "v = rho v + (1 - rho) g^2; d = sqrt(u + epsilon) / sqrt(v + epsilon) g; u = rho u + (1 - rho) d^2; w = w - learningRate d",
			latex = "d_t = \\frac{\\sqrt{u_{t-1}+\\epsilon}}{\\sqrt{v_t+\\epsilon}}\\, g_t,\\quad w_t = w_{t-1} - \\eta\\, d_t",
			source = "Zeiler, 2012, ADADELTA, algorithm 1")
	@Schema(description = "Steps in the units of the parameters.")
	record AdadeltaSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = Texts.LEARNING_RATE,
					example = "1.0") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1",
					inclusive = false) @Schema(description = "Decay of both mean squares.", example = "0.9") Double rho,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(
					description = "Added to both mean squares.", example = "1e-06") Double epsilon,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.DECOUPLED, example = "false") Boolean decoupledWeightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "pytorch") @Nullable Preset preset)
			implements
				AdaptiveSpecification {

		public AdadeltaSpecification {
			learningRate = Preset.choose(preset, learningRate, 1.0, 1.0, 0.001, 1.0);
			rho = Preset.choose(preset, rho, 0.9, 0.9, 0.95, 0.95);
			epsilon = Preset.choose(preset, epsilon, 1e-06, 1e-06, 1e-07, 1e-06);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			decoupledWeightDecay = Preset.decoupled(preset, decoupledWeightDecay);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.allOf(Preset.class);
		}

		@Override
		public Map<Ingredient, String> refused() {
			return Map.of(Ingredient.MOMENTUM_CYCLING, Texts.NO_MOMENTUM);
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(new Adadelta(rho, epsilon), weightDecay, decoupledWeightDecay,
					weightDecayOnBiases);
		}

	}

	@JsonTypeName("rmsprop")
	@Reference(level = Level.BASIC,
			formula = "v = alpha v + (1 - alpha) g^2; w = w - learningRate g / (sqrt(v) + epsilon)",
			latex = "v_t = \\alpha v_{t-1} + (1-\\alpha) g_t^2,\\quad w_t = w_{t-1} - \\eta\\, g_t / (\\sqrt{v_t} + \\epsilon)",
			source = "Tieleman and Hinton, 2012, lecture 6.5; Graves, 2013, Generating sequences with recurrent neural networks (centered)")
	@Schema(description = "Steps divided by the root mean square of recent gradients.")
	record RmsPropSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = Texts.LEARNING_RATE,
					example = "0.01") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Decay of the mean square.", example = "0.99") Double alpha,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(description = Texts.EPSILON,
					example = "1e-08") Double epsilon,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Momentum of the scaled gradients.", example = "0.9") Double momentum,
			@Schema(description = "Whether the squared mean is taken off the mean square.",
					example = "true") Boolean centered,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.DECOUPLED, example = "false") Boolean decoupledWeightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "pytorch") @Nullable Preset preset)
			implements
				AdaptiveSpecification {

		public RmsPropSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.01, 0.01, 0.001, 0.001);
			alpha = Preset.choose(preset, alpha, 0.99, 0.99, 0.9, 0.9);
			epsilon = Preset.choose(preset, epsilon, 1e-08, 1e-08, 1e-07, 1e-08);
			momentum = Objects.requireNonNullElse(momentum, 0.0);
			centered = Objects.requireNonNullElse(centered, false);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			decoupledWeightDecay = Preset.decoupled(preset, decoupledWeightDecay);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.allOf(Preset.class);
		}

		@Override
		public Map<Ingredient, String> refused() {
			return (momentum > 0) ? Map.of() : Map.of(Ingredient.MOMENTUM_CYCLING,
					"moves the momentum, but rmsprop has none here; set optimizer.momentum");
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(new RmsProp(alpha, epsilon, momentum, centered), weightDecay,
					decoupledWeightDecay, weightDecayOnBiases);
		}

	}

	@JsonTypeName("adam")
	@Reference(level = Level.BASIC,
			formula = "m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g^2; w = w - learningRate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)",
			latex = "w_t = w_{t-1} - \\eta\\,\\hat m_t / (\\sqrt{\\hat v_t} + \\epsilon),\\quad \\hat m_t = m_t/(1-\\beta_1^t),\\ \\hat v_t = v_t/(1-\\beta_2^t)",
			source = "Kingma and Ba, 2015, Adam: A method for stochastic optimization, algorithm 1")
	@Schema(description = "Steps scaled by bias-corrected moments of the gradient.")
	record AdamSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(
					description = "About the size of a step of each parameter.", example = "0.01") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA1,
					example = "0.9") Double beta1,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA2,
					example = "0.999") Double beta2,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(description = Texts.EPSILON,
					example = "1e-08") Double epsilon,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "pytorch") @Nullable Preset preset)
			implements
				AdaptiveSpecification {

		public AdamSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.01, 0.001, 0.001, 0.001);
			beta1 = Objects.requireNonNullElse(beta1, 0.9);
			beta2 = Objects.requireNonNullElse(beta2, 0.999);
			epsilon = Preset.choose(preset, epsilon, 1e-08, 1e-08, 1e-07, 1e-08);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.allOf(Preset.class);
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(new Adam(beta1, beta2, epsilon), weightDecay, false, weightDecayOnBiases);
		}

	}

	@JsonTypeName("adamw")
	@Reference(level = Level.BASIC, formula = "w = w - learningRate weightDecay w; then as adam",
			latex = "w_t = (1-\\eta\\lambda) w_{t-1} - \\eta\\,\\hat m_t / (\\sqrt{\\hat v_t} + \\epsilon)",
			source = "Loshchilov and Hutter, 2019, Decoupled weight decay regularization, algorithm 2")
	@Schema(description = "Adam with weight decay that does not go through the gradient.")
	record AdamWSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(
					description = "About the size of a step of each parameter.", example = "0.01") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA1,
					example = "0.9") Double beta1,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA2,
					example = "0.999") Double beta2,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(description = Texts.EPSILON,
					example = "1e-08") Double epsilon,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "pytorch") @Nullable Preset preset)
			implements
				AdaptiveSpecification {

		public AdamWSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.01, 0.001, 0.001, 0.001);
			beta1 = Objects.requireNonNullElse(beta1, 0.9);
			beta2 = Objects.requireNonNullElse(beta2, 0.999);
			epsilon = Preset.choose(preset, epsilon, 1e-08, 1e-08, 1e-07, 1e-08);
			weightDecay = Preset.choose(preset, weightDecay, 0.01, 0.01, 0.004, 0.01);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.PYTORCH, Preset.KERAS);
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(new Adam(beta1, beta2, epsilon), weightDecay, true, weightDecayOnBiases);
		}

	}

	@JsonTypeName("amsgrad")
	@Reference(level = Level.ADVANCED,
			formula = "x = max(x, v); w = w - learningRate (m / (1 - beta1^t)) / (sqrt(x / (1 - beta2^t)) + epsilon)",
			latex = "x_t = \\max(x_{t-1}, v_t),\\quad w_t = w_{t-1} - \\eta\\,\\hat m_t / (\\sqrt{x_t/(1-\\beta_2^t)} + \\epsilon)",
			source = "Reddi, Kale and Kumar, 2018, On the convergence of Adam and beyond, algorithm 2")
	@Schema(description = "Adam with the largest second moment so far.")
	record AmsGradSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = Texts.LEARNING_RATE,
					example = "0.01") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA1,
					example = "0.9") Double beta1,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA2,
					example = "0.999") Double beta2,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(description = Texts.EPSILON,
					example = "1e-08") Double epsilon,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "pytorch") @Nullable Preset preset)
			implements
				AdaptiveSpecification {

		public AmsGradSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.01, 0.001, 0.001, 0.01);
			beta1 = Objects.requireNonNullElse(beta1, 0.9);
			beta2 = Objects.requireNonNullElse(beta2, 0.999);
			epsilon = Preset.choose(preset, epsilon, 1e-08, 1e-08, 1e-07, 1e-08);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.PYTORCH, Preset.KERAS);
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(new AmsGrad(beta1, beta2, epsilon), weightDecay, false, weightDecayOnBiases);
		}

	}

	@JsonTypeName("adamax")
	@Reference(level = Level.ADVANCED,
			formula = "u = max(beta2 u, |g| + epsilon); w = w - learningRate / (1 - beta1^t) m / u",
			latex = "u_t = \\max(\\beta_2 u_{t-1}, |g_t| + \\epsilon),\\quad w_t = w_{t-1} - \\frac{\\eta}{1-\\beta_1^t}\\frac{m_t}{u_t}",
			source = "Kingma and Ba, 2015, algorithm 2")
	@Schema(description = "Adam with the largest recent gradient in place of the root mean square.")
	record AdamaxSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = Texts.LEARNING_RATE,
					example = "0.01") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA1,
					example = "0.9") Double beta1,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA2,
					example = "0.999") Double beta2,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(description = Texts.EPSILON,
					example = "1e-08") Double epsilon,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "pytorch") @Nullable Preset preset)
			implements
				AdaptiveSpecification {

		public AdamaxSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.01, 0.002, 0.001, 0.002);
			beta1 = Objects.requireNonNullElse(beta1, 0.9);
			beta2 = Objects.requireNonNullElse(beta2, 0.999);
			epsilon = Preset.choose(preset, epsilon, 1e-08, 1e-08, 1e-07, 1e-08);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.allOf(Preset.class);
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(new Adamax(beta1, beta2, epsilon), weightDecay, false, weightDecayOnBiases);
		}

	}

}
