package dev.descent.training.specification.optimizer;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.optimizer.AdaBelief;
import dev.descent.engine.optimizer.Adam;
import dev.descent.engine.optimizer.Adan;
import dev.descent.engine.optimizer.Muon;
import dev.descent.engine.optimizer.Nadam;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.optimizer.Prodigy;
import dev.descent.engine.optimizer.Radam;
import dev.descent.engine.optimizer.Yogi;
import dev.descent.engine.optimizer.WeightDecay;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/** Later relatives of Adam, and methods for matrices. */
public sealed interface AdamFamilySpecification extends PlainSpecification {

	@JsonTypeName("nadam")
	@Reference(level = Level.ADVANCED,
			formula = "mu_t = beta1 (1 - 0.96^(t momentumDecay) / 2); w = w - learningRate [(1 - mu_t) g / (1 - P_t) + mu_(t+1) m / (1 - P_(t+1))] / (sqrt(v / (1 - beta2^t)) + epsilon), P_t = mu_1 .. mu_t",
			latex = "w_t = w_{t-1} - \\eta\\left[\\frac{(1-\\mu_t) g_t}{1-P_t} + \\frac{\\mu_{t+1} m_t}{1-P_{t+1}}\\right] / (\\sqrt{\\hat v_t} + \\epsilon)",
			source = "Dozat, 2016, Incorporating Nesterov momentum into Adam")
	@Schema(description = "Adam with Nesterov's momentum.")
	record NadamSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = Texts.LEARNING_RATE,
					example = "0.01") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA1,
					example = "0.9") Double beta1,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA2,
					example = "0.999") Double beta2,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(description = Texts.EPSILON,
					example = "1e-08") Double epsilon,
			@DecimalMin("0") @DecimalMax("1") @Schema(description = "How soon the momentum reaches beta1.",
					example = "0.004") Double momentumDecay,
			@Schema(description = "The paper's formula, or what PyTorch 1.13 computed by a slip.",
					example = "standard") NadamVariant variant,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.DECOUPLED, example = "false") Boolean decoupledWeightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "pytorch") @Nullable Preset preset)
			implements
				AdamFamilySpecification {

		public NadamSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.01, 0.002, 0.001, 0.002);
			beta1 = Objects.requireNonNullElse(beta1, 0.9);
			beta2 = Objects.requireNonNullElse(beta2, 0.999);
			epsilon = Preset.choose(preset, epsilon, 1e-08, 1e-08, 1e-07, 1e-08);
			momentumDecay = Preset.choose(preset, momentumDecay, 0.004, 0.004, 1.0, 0.004);
			variant = Objects.requireNonNullElse(variant, NadamVariant.STANDARD);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			decoupledWeightDecay = Preset.decoupled(preset, decoupledWeightDecay);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.PYTORCH, Preset.KERAS);
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(
					new Nadam(beta1, beta2, epsilon, momentumDecay, variant == NadamVariant.PYTORCH_1_13), weightDecay,
					decoupledWeightDecay, weightDecayOnBiases);
		}

	}

	@JsonTypeName("radam")
	@Reference(level = Level.ADVANCED,
			formula = "as adam, times a rectification once the variance is known (r > 5); before that w = w - learningRate m / (1 - beta1^t)",
			latex = "w_t = w_{t-1} - \\eta\\, r_t\\, \\hat m_t / \\sqrt{\\hat v_t},\\quad r_t = \\sqrt{\\frac{(\\rho_t-4)(\\rho_t-2)\\rho_\\infty}{(\\rho_\\infty-4)(\\rho_\\infty-2)\\rho_t}}",
			source = "Liu et al., 2020, On the variance of the adaptive learning rate and beyond, algorithm 2")
	@Schema(description = "Adam with its adaptive step rectified while its variance is unknown.")
	record RadamSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = Texts.LEARNING_RATE,
					example = "0.01") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA1,
					example = "0.9") Double beta1,
			@DecimalMin(value = "0.5") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA2,
					example = "0.999") Double beta2,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(description = Texts.EPSILON,
					example = "1e-08") Double epsilon,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.DECOUPLED, example = "false") Boolean decoupledWeightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "pytorch") @Nullable Preset preset)
			implements
				AdamFamilySpecification {

		public RadamSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.01, 0.001, 0.001, 0.001);
			beta1 = Objects.requireNonNullElse(beta1, 0.9);
			beta2 = Objects.requireNonNullElse(beta2, 0.999);
			epsilon = Objects.requireNonNullElse(epsilon, 1e-08);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			decoupledWeightDecay = Preset.choose(preset, decoupledWeightDecay, false, false, false, true);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.PYTORCH, Preset.PAPER);
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(new Radam(beta1, beta2, epsilon), weightDecay, decoupledWeightDecay,
					weightDecayOnBiases);
		}

	}

	@JsonTypeName("adabelief")
	@Reference(level = Level.ADVANCED,
			formula = "s = beta2 s + (1 - beta2) (g - m)^2 + epsilon; w = w - learningRate (m / (1 - beta1^t)) / (sqrt(s / (1 - beta2^t)) + epsilon)",
			latex = "s_t = \\beta_2 s_{t-1} + (1-\\beta_2)(g_t-m_t)^2 + \\epsilon,\\quad w_t = w_{t-1} - \\eta\\,\\hat m_t / (\\sqrt{\\hat s_t} + \\epsilon)",
			source = "Zhuang et al., 2020, AdaBelief optimizer, algorithm 2")
	@Schema(description = "Adam with the variance of the gradient around its mean.")
	record AdaBeliefSpecification(
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
			@Schema(description = Texts.DECOUPLED, example = "false") Boolean decoupledWeightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "paper") @Nullable Preset preset)
			implements
				AdamFamilySpecification {

		public AdaBeliefSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.01, 0.01, 0.01, 0.001);
			beta1 = Objects.requireNonNullElse(beta1, 0.9);
			beta2 = Objects.requireNonNullElse(beta2, 0.999);
			epsilon = Objects.requireNonNullElse(epsilon, 1e-08);
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
			return WeightDecay.around(new AdaBelief(beta1, beta2, epsilon), weightDecay, decoupledWeightDecay,
					weightDecayOnBiases);
		}

	}

	@JsonTypeName("yogi")
	@Reference(level = Level.ADVANCED,
			formula = "v = v - (1 - beta2) sign(v - g^2) g^2; w = w - learningRate m / (sqrt(v) + epsilon)",
			latex = "v_t = v_{t-1} - (1-\\beta_2)\\,\\mathrm{sign}(v_{t-1} - g_t^2)\\, g_t^2,\\quad w_t = w_{t-1} - \\eta\\, m_t / (\\sqrt{v_t} + \\epsilon)",
			source = "Zaheer et al., 2018, Adaptive methods for nonconvex optimization, algorithm 2")
	@Schema(description = "Adam whose second moment changes by no more than the squared gradient.")
	record YogiSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = Texts.LEARNING_RATE,
					example = "0.01") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA1,
					example = "0.9") Double beta1,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA2,
					example = "0.999") Double beta2,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(description = Texts.EPSILON,
					example = "0.001") Double epsilon,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = "Where the second moment starts.",
					example = "1e-06") Double initialAccumulator,
			@Schema(description = "Whether moments are corrected as in Adam; not in the paper.",
					example = "false") Boolean biasCorrection,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.DECOUPLED, example = "false") Boolean decoupledWeightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "paper") @Nullable Preset preset)
			implements
				AdamFamilySpecification {

		public YogiSpecification {
			learningRate = Objects.requireNonNullElse(learningRate, 0.01);
			beta1 = Objects.requireNonNullElse(beta1, 0.9);
			beta2 = Objects.requireNonNullElse(beta2, 0.999);
			epsilon = Objects.requireNonNullElse(epsilon, 0.001);
			initialAccumulator = Objects.requireNonNullElse(initialAccumulator, 1e-06);
			biasCorrection = Objects.requireNonNullElse(biasCorrection, false);
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
			return WeightDecay.around(new Yogi(beta1, beta2, epsilon, initialAccumulator, biasCorrection), weightDecay,
					decoupledWeightDecay, weightDecayOnBiases);
		}

	}

	@JsonTypeName("adan")
	@Reference(level = Level.ADVANCED,
			formula = "d = g - g_previous; w = (w - learningRate (m + beta2 v) / (sqrt(n) + epsilon)) / (1 + learningRate weightDecay), with corrected means m of g, v of d, n of (g + beta2 d)^2",
			latex = "w_t = \\left(w_{t-1} - \\eta\\,\\frac{\\hat m_t + \\beta_2 \\hat v_t}{\\sqrt{\\hat n_t} + \\epsilon}\\right) / (1+\\eta\\lambda)",
			source = "Xie et al., 2022, Adan: Adaptive Nesterov momentum algorithm for faster optimizing deep models")
	@Schema(description = "Nesterov's momentum from differences of gradients.")
	record AdanSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = Texts.LEARNING_RATE,
					example = "0.01") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Decay of the mean gradient.", example = "0.98") Double beta1,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Decay of the mean difference of gradients.", example = "0.92") Double beta2,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Decay of the second moment.", example = "0.99") Double beta3,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(description = Texts.EPSILON,
					example = "1e-08") Double epsilon,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.PRESET, example = "paper") @Nullable Preset preset)
			implements
				AdamFamilySpecification {

		public AdanSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.01, 0.01, 0.01, 0.001);
			beta1 = Objects.requireNonNullElse(beta1, 0.98);
			beta2 = Objects.requireNonNullElse(beta2, 0.92);
			beta3 = Objects.requireNonNullElse(beta3, 0.99);
			epsilon = Objects.requireNonNullElse(epsilon, 1e-08);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.PAPER);
		}

		@Override
		public Optimizer method() {
			return new Adan(beta1, beta2, beta3, epsilon, weightDecay);
		}

	}

	@JsonTypeName("prodigy")
	@Reference(level = Level.ADVANCED,
			formula = "as adam with g replaced by d g, where d = max(d, r / |s|_1) estimates the distance to the solution",
			latex = "w_t = w_{t-1} - \\eta\\, d_t\\, m_t / (\\sqrt{v_t} + d_t\\epsilon),\\quad d_{t+1} = \\max(d_t,\\ r_{t+1}/\\lVert s_{t+1}\\rVert_1)",
			source = "Mishchenko and Defazio, 2023, Prodigy: An expeditiously adaptive parameter-free learner, algorithm 4")
	@Schema(description = "Adam that finds its own step size.")
	record ProdigySpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(
					description = "Multiplies the step size that is found; best left at 1.",
					example = "1.0") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA1,
					example = "0.9") Double beta1,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA2,
					example = "0.999") Double beta2,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(description = Texts.EPSILON,
					example = "1e-08") Double epsilon,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(
					description = "Where the estimate of the distance starts; rather too small.",
					example = "1e-6") Double initialDistance,
			@DecimalMin(value = "1", inclusive = false) @DecimalMax("1e100") @Schema(
					description = "By what the estimate may grow in an update.", example = "2") Double growth,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.DECOUPLED, example = "false") Boolean decoupledWeightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "paper") @Nullable Preset preset)
			implements
				AdamFamilySpecification {

		public ProdigySpecification {
			learningRate = Objects.requireNonNullElse(learningRate, 1.0);
			beta1 = Objects.requireNonNullElse(beta1, 0.9);
			beta2 = Objects.requireNonNullElse(beta2, 0.999);
			epsilon = Objects.requireNonNullElse(epsilon, 1e-08);
			initialDistance = Objects.requireNonNullElse(initialDistance, 1e-06);
			growth = Objects.requireNonNullElse(growth, 1e+100);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			decoupledWeightDecay = Preset.choose(preset, decoupledWeightDecay, false, false, false, true);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.PAPER);
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(new Prodigy(beta1, beta2, epsilon, initialDistance, growth), weightDecay,
					decoupledWeightDecay, weightDecayOnBiases);
		}

	}

	@JsonTypeName("muon")
	@Reference(level = Level.ADVANCED,
			formula = "W = W - learningRate sqrt(max(1, units / inputs)) orthogonal(g + momentum v), v = momentum v + g; biases and the output layer by adamw",
			latex = "W_t = W_{t-1} - \\eta\\sqrt{\\max(1, m/n)}\\;\\mathrm{NS}_5(G_t + \\mu V_t),\\quad V_t = \\mu V_{t-1} + G_t",
			source = "Jordan et al., 2024, Muon: An optimizer for hidden layers in neural networks")
	@Schema(description = "Momentum of hidden weight matrices made orthogonal; AdamW for biases and the output layer.")
	record MuonSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = Texts.LEARNING_RATE,
					example = "0.02") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Nesterov momentum of the matrices.", example = "0.95") Double momentum,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(
					description = "Learning rate of biases and output layer.",
					example = "0.01") Double adamLearningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA1,
					example = "0.9") Double beta1,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA2,
					example = "0.999") Double beta2,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(description = Texts.EPSILON,
					example = "1e-08") Double epsilon,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "paper") @Nullable Preset preset)
			implements
				AdamFamilySpecification {

		public MuonSpecification {
			learningRate = Objects.requireNonNullElse(learningRate, 0.02);
			momentum = Objects.requireNonNullElse(momentum, 0.95);
			adamLearningRate = Preset.choose(preset, adamLearningRate, 0.01, 0.01, 0.01, 0.0003);
			beta1 = Objects.requireNonNullElse(beta1, 0.9);
			beta2 = Preset.choose(preset, beta2, 0.999, 0.999, 0.999, 0.95);
			epsilon = Preset.choose(preset, epsilon, 1e-08, 1e-08, 1e-08, 1e-10);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.PAPER);
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(
					new Muon(momentum, adamLearningRate / learningRate, new Adam(beta1, beta2, epsilon)), weightDecay,
					true, weightDecayOnBiases);
		}

	}

	/** Whose formula {@code nadam} follows. */
	enum NadamVariant {

		/** The paper's, as PyTorch 2 has it. */
		STANDARD,

		/** What PyTorch 1.13 computed. */
		PYTORCH_1_13

	}

}
