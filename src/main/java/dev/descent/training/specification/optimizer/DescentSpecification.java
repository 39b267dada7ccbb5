package dev.descent.training.specification.optimizer;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.optimizer.Asgd;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.optimizer.ScheduleFree;
import dev.descent.engine.optimizer.Sgd;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.engine.optimizer.WeightDecay;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Methods that follow the gradient at one rate for all parameters. */
public sealed interface DescentSpecification extends PlainSpecification {

	@JsonTypeName("sgd")
	@Reference(level = Level.BASIC, formula = "v = momentum v + (1 - dampening) g; w = w - learningRate v",
			latex = "v_t = \\mu v_{t-1} + (1-\\tau) g_t,\\quad w_t = w_{t-1} - \\eta v_t",
			source = "Robbins and Monro, 1951; Polyak, 1964; Sutskever, Martens, Dahl and Hinton, 2013")
	@Schema(description = "Gradient descent, also with momentum and Nesterov's look-ahead.")
	record SgdSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(
					description = "Step size along the negative gradient.", example = "0.5") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Share of the last step that goes on; 0 is plain descent.",
					example = "0.9") Double momentum,
			@DecimalMin("0") @DecimalMax("1") @Schema(
					description = "By how much the gradient counts less in the velocity, from the second update on.",
					example = "0.0") Double dampening,
			@Schema(description = "Whether to take the gradient at the look-ahead point; needs a momentum above 0.",
					example = "true") Boolean nesterov,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.DECOUPLED, example = "false") Boolean decoupledWeightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "pytorch") @Nullable Preset preset)
			implements
				DescentSpecification,
				SelfChecking {

		/** What it is if nothing is given. */
		@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
		public static final SgdSpecification DEFAULT = new SgdSpecification(null, null, null, null, null, null, null,
				null);

		public SgdSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.5, 0.001, 0.01, 0.5);
			momentum = Objects.requireNonNullElse(momentum, 0.0);
			dampening = Objects.requireNonNullElse(dampening, 0.0);
			nesterov = Objects.requireNonNullElse(nesterov, false);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			decoupledWeightDecay = Preset.decoupled(preset, decoupledWeightDecay);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public void check(Faults faults) {
			faults.at("nesterov")
				.require(!nesterov || momentum > 0 || !faults.noneAt("momentum"), "needs a momentum above 0");
			faults.at("nesterov")
				.require(!nesterov || dampening == 0 || !faults.noneAt("dampening"), "needs a dampening of 0");
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.PYTORCH, Preset.KERAS);
		}

		@Override
		public Map<Ingredient, String> refused() {
			return (momentum > 0) ? Map.of() : Map.of(Ingredient.MOMENTUM_CYCLING,
					"moves the momentum, but sgd has none here; set optimizer.momentum");
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(new Sgd(momentum, dampening, nesterov), weightDecay, decoupledWeightDecay,
					weightDecayOnBiases);
		}

	}

	@JsonTypeName("asgd")
	@Reference(level = Level.ADVANCED,
			formula = "eta_t = learningRate / (1 + lambda learningRate (t - 1))^alpha; w = (1 - lambda eta_t) w - eta_t g; average of w",
			latex = "\\eta_t = \\eta/(1+\\lambda\\eta (t-1))^\\alpha,\\quad w_t = (1-\\lambda\\eta_t) w_{t-1} - \\eta_t g_t,\\quad \\bar w_t = \\bar w_{t-1} + \\mu_t (w_t - \\bar w_{t-1})",
			source = "Polyak and Juditsky, 1992; Bottou, 2010, Large-scale machine learning with stochastic gradient descent")
	@Schema(description = "Gradient descent with a falling rate that averages its path.")
	record AsgdSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = Texts.LEARNING_RATE,
					example = "0.1") Double learningRate,
			@DecimalMin("0") @DecimalMax("1") @Schema(
					description = "How fast the rate falls, and a shrinking of the parameters.",
					example = "0.0001") Double lambda,
			@DecimalMin("0") @DecimalMax("10") @Schema(description = "Power with which the rate falls.",
					example = "0.75") Double alpha,
			@DecimalMin("0") @DecimalMax("1e12") @Schema(description = "Updates before the average begins.",
					example = "100") Double t0,
			@Schema(description = "Whether the average is the result, rather than the last parameters.",
					example = "true") Boolean useAverage,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.DECOUPLED, example = "false") Boolean decoupledWeightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "pytorch") @Nullable Preset preset)
			implements
				DescentSpecification {

		public AsgdSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.1, 0.01, 0.1, 0.1);
			lambda = Objects.requireNonNullElse(lambda, 0.0001);
			alpha = Objects.requireNonNullElse(alpha, 0.75);
			t0 = Preset.choose(preset, t0, 0.0, 1000000.0, 0.0, 0.0);
			useAverage = Preset.choose(preset, useAverage, true, false, true, true);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
			decoupledWeightDecay = Objects.requireNonNullElse(decoupledWeightDecay, false);
			weightDecayOnBiases = Objects.requireNonNullElse(weightDecayOnBiases, true);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.PYTORCH);
		}

		@Override
		public Map<Ingredient, String> refused() {
			return Map.of(Ingredient.MOMENTUM_CYCLING, Texts.NO_MOMENTUM, Ingredient.AVERAGING, Texts.AVERAGES);
		}

		@Override
		public Optimizer method() {
			return WeightDecay.around(new Asgd(lambda, alpha, t0, useAverage), weightDecay, decoupledWeightDecay,
					weightDecayOnBiases);
		}

	}

	@JsonTypeName("schedule_free")
	@Reference(level = Level.ADVANCED,
			formula = "y = (1 - momentum) z + momentum x; z = z - learningRate g(y); x = weighted mean of z",
			latex = "y_t = (1-\\beta) z_t + \\beta x_t,\\quad z_{t+1} = z_t - \\eta g(y_t),\\quad x_{t+1} = (1-c_t) x_t + c_t z_{t+1}",
			source = "Defazio et al., 2024, The road less scheduled")
	@Schema(description = "Descent whose result is an average, so that it needs no schedule.")
	record ScheduleFreeSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = Texts.LEARNING_RATE,
					example = "0.5") Double learningRate,
			@Schema(description = "Whether steps follow the gradient (sgd) or are scaled as in AdamW (adamw).",
					example = "adamw") Base base,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "How near to the average the gradient is taken.", example = "0.9") Double momentum,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BETA2,
					example = "0.999") Double beta2,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(description = Texts.EPSILON,
					example = "1e-08") Double epsilon,
			@Min(0) @Max(1000000) @Schema(description = "Updates over which the rate rises to its value.",
					example = "0") Integer warmupSteps,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.PRESET, example = "paper") @Nullable Preset preset)
			implements
				DescentSpecification {

		public ScheduleFreeSpecification {
			base = Preset.choose(preset, base, Base.SGD, Base.SGD, Base.ADAMW, Base.SGD);
			learningRate = Preset.choose(preset, learningRate, 0.5, 0.5, 0.0025, (base == Base.ADAMW) ? 0.0025 : 1.0);
			momentum = Objects.requireNonNullElse(momentum, 0.9);
			beta2 = Objects.requireNonNullElse(beta2, 0.999);
			epsilon = Objects.requireNonNullElse(epsilon, 1e-08);
			warmupSteps = Objects.requireNonNullElse(warmupSteps, 0);
			weightDecay = Objects.requireNonNullElse(weightDecay, 0.0);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.KERAS, Preset.PAPER);
		}

		@Override
		public Map<Ingredient, String> refused() {
			return Map.of(Ingredient.MOMENTUM_CYCLING, "moves the momentum, which schedule_free needs constant",
					Ingredient.AVERAGING, Texts.AVERAGES, Ingredient.MAX_NORM,
					"must be null: schedule_free keeps its own copies of the parameters", Ingredient.SCHEDULE,
					"must be constant: schedule_free averages in place of a schedule");
		}

		@Override
		public Optimizer method() {
			return new ScheduleFree(momentum, base == Base.ADAMW, beta2, epsilon, warmupSteps, weightDecay);
		}

	}

	/** What {@code schedule_free} is built on. */
	enum Base {

		/** Steps along the gradient. */
		SGD,

		/** Steps divided by the root mean square of the gradients. */
		ADAMW

	}

}
