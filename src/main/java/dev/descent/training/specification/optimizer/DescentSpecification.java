package dev.descent.training.specification.optimizer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.optimizer.Sgd;
import dev.descent.engine.optimizer.WeightDecay;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/** Methods that follow the gradient, or its sign, at one rate for all parameters. */
public sealed interface DescentSpecification extends OptimizerSpecification {

	@JsonTypeName("sgd")
	@Reference(formula = "v = momentum v + (1 - dampening) g; w = w - learningRate v",
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
					example = "0.1") Double dampening,
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
			momentum = Preset.choose(preset, momentum, 0.0, 0.0, 0.0, 0.0);
			dampening = Preset.choose(preset, dampening, 0.0, 0.0, 0.0, 0.0);
			nesterov = Preset.choose(preset, nesterov, false, false, false, false);
			weightDecay = Preset.choose(preset, weightDecay, 0.0, 0.0, 0.0, 0.0);
			decoupledWeightDecay = Preset.choose(preset, decoupledWeightDecay, false, false, true, false);
			weightDecayOnBiases = Preset.choose(preset, weightDecayOnBiases, true, true, true, true);
		}

		@Override
		public void check(Faults faults) {
			faults.at("nesterov")
				.require(!nesterov || momentum > 0 || !faults.noneAt("momentum"), "needs a momentum above 0");
			faults.at("nesterov")
				.require(!nesterov || dampening == 0 || !faults.noneAt("dampening"), "needs a dampening of 0");
		}

		@Override
		public Optimizer optimizer() {
			return decayed(new Sgd(momentum, dampening, nesterov), weightDecay, decoupledWeightDecay,
					weightDecayOnBiases);
		}

	}

	/** A method whose parameters shrink as well, if the rate is not 0. */
	static Optimizer decayed(Optimizer optimizer, double rate, boolean decoupled, boolean onBiases) {
		return (rate > 0) ? new WeightDecay(optimizer, rate, decoupled, onBiases) : optimizer;
	}

}
