package dev.descent.training.specification.optimizer;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.optimizer.Lion;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.optimizer.Rprop;
import dev.descent.engine.optimizer.SignSgd;
import dev.descent.engine.optimizer.WeightDecay;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/**
 * Methods that take the sign of the gradient, or of its mean, and so steps of one size.
 */
public sealed interface SignSpecification extends PlainSpecification {

	@JsonTypeName("signsgd")
	@Reference(level = Level.ADVANCED, formula = "w = w - learningRate sign(g)",
			latex = "w_t = w_{t-1} - \\eta\\,\\mathrm{sign}(g_t)",
			source = "Bernstein et al., 2018, signSGD, algorithm 1")
	@Schema(description = "Steps of one size in the direction of the gradient's sign.")
	record SignSgdSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = Texts.LEARNING_RATE,
					example = "0.01") Double learningRate,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.DECOUPLED, example = "false") Boolean decoupledWeightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "paper") @Nullable Preset preset)
			implements
				SignSpecification {

		public SignSgdSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.01, 0.01, 0.01, 0.0001);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			decoupledWeightDecay = Objects.requireNonNullElse(decoupledWeightDecay, false);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.PAPER);
		}

		@Override
		public Map<Ingredient, String> refused() {
			return Map.of(Ingredient.MOMENTUM_CYCLING, Texts.NO_MOMENTUM);
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(new SignSgd(0), weightDecay, decoupledWeightDecay, weightDecayOnBiases);
		}

	}

	@JsonTypeName("signum")
	@Reference(level = Level.ADVANCED, formula = "m = momentum m + (1 - momentum) g; w = w - learningRate sign(m)",
			latex = "m_t = \\mu m_{t-1} + (1-\\mu) g_t,\\quad w_t = w_{t-1} - \\eta\\,\\mathrm{sign}(m_t)",
			source = "Bernstein et al., 2018, signSGD, algorithm 2")
	@Schema(description = "Steps of one size in the direction of the mean gradient's sign.")
	record SignumSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = Texts.LEARNING_RATE,
					example = "0.01") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = "Decay of the mean.",
					example = "0.9") Double momentum,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.DECOUPLED, example = "false") Boolean decoupledWeightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "paper") @Nullable Preset preset)
			implements
				SignSpecification {

		public SignumSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.01, 0.01, 0.01, 0.0001);
			momentum = Objects.requireNonNullElse(momentum, 0.9);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			decoupledWeightDecay = Objects.requireNonNullElse(decoupledWeightDecay, false);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.PAPER);
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(new SignSgd(momentum), weightDecay, decoupledWeightDecay, weightDecayOnBiases);
		}

	}

	@JsonTypeName("lion")
	@Reference(level = Level.ADVANCED,
			formula = "w = w - learningRate (sign(beta1 m + (1 - beta1) g) + weightDecay w); m = beta2 m + (1 - beta2) g",
			latex = "w_t = w_{t-1} - \\eta\\,(\\mathrm{sign}(\\beta_1 m_{t-1} + (1-\\beta_1) g_t) + \\lambda w_{t-1}),\\quad m_t = \\beta_2 m_{t-1} + (1-\\beta_2) g_t",
			source = "Chen et al., 2023, Symbolic discovery of optimization algorithms, algorithm 2")
	@Schema(description = "The sign of an interpolated momentum; weight decay is decoupled.")
	record LionSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = Texts.LEARNING_RATE,
					example = "0.005") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Share of the momentum in the direction.", example = "0.9") Double beta1,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = "Decay of the momentum.",
					example = "0.99") Double beta2,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "keras") @Nullable Preset preset)
			implements
				SignSpecification {

		public LionSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.005, 0.005, 0.001, 0.0001);
			beta1 = Objects.requireNonNullElse(beta1, 0.9);
			beta2 = Objects.requireNonNullElse(beta2, 0.99);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.KERAS, Preset.PAPER);
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(new Lion(beta1, beta2), weightDecay, true, weightDecayOnBiases);
		}

	}

	@JsonTypeName("rprop")
	@Reference(level = Level.ADVANCED,
			formula = "step = step etaPlus while the sign of g stays, step etaMinus when it changes; w = w - sign(g) step",
			latex = "\\Delta_t = \\eta^{\\pm}\\Delta_{t-1},\\quad w_t = w_{t-1} - \\mathrm{sign}(g_t)\\,\\Delta_t",
			source = "Riedmiller and Braun, 1993; Igel and Huesken, 2000, Improving the Rprop learning algorithm (iRprop-)")
	@Schema(description = "Steps whose size follows the signs of the gradients alone.")
	record RpropSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(
					description = "Size of the first step of each parameter.", example = "0.01") Double learningRate,
			@DecimalMin(value = "1", inclusive = false) @DecimalMax("10") @Schema(
					description = "By what a step grows while the sign stays.", example = "1.2") Double etaPlus,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "By what it shrinks when the sign changes.", example = "0.5") Double etaMinus,
			@DecimalMin("0") @DecimalMax("1") @Schema(description = "The smallest step.",
					example = "1e-06") Double stepSizeMin,
			@DecimalMin(value = "1", inclusive = false) @DecimalMax("1e6") @Schema(description = "The largest step.",
					example = "50") Double stepSizeMax,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.DECOUPLED, example = "false") Boolean decoupledWeightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "pytorch") @Nullable Preset preset)
			implements
				SignSpecification {

		public RpropSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.01, 0.01, 0.01, 0.1);
			etaPlus = Objects.requireNonNullElse(etaPlus, 1.2);
			etaMinus = Objects.requireNonNullElse(etaMinus, 0.5);
			stepSizeMin = Objects.requireNonNullElse(stepSizeMin, 1e-06);
			stepSizeMax = Objects.requireNonNullElse(stepSizeMax, 50.0);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			decoupledWeightDecay = Objects.requireNonNullElse(decoupledWeightDecay, false);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.PYTORCH, Preset.PAPER);
		}

		@Override
		public Map<Ingredient, String> refused() {
			return Map.of(Ingredient.MINI_BATCHES,
					"must be null: the signs of mini-batch gradients are noise, so rprop needs the full batch",
					Ingredient.SCHEDULE,
					"must be constant: the learning rate of rprop is only the size of its first step",
					Ingredient.MOMENTUM_CYCLING, Texts.NO_MOMENTUM);
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(new Rprop(etaPlus, etaMinus, stepSizeMin, stepSizeMax), weightDecay,
					decoupledWeightDecay, weightDecayOnBiases);
		}

	}

}
