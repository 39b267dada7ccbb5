package dev.descent.training.specification.optimizer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.optimizer.Adam;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/** Methods that give every parameter a step size of its own. */
public sealed interface AdaptiveSpecification extends OptimizerSpecification {

	@JsonTypeName("adam")
	@Reference(
			formula = "m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g^2; "
					+ "w = w - learningRate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)",
			latex = "w_t = w_{t-1} - \\eta\\,\\hat m_t / (\\sqrt{\\hat v_t} + \\epsilon),\\quad "
					+ "\\hat m_t = m_t/(1-\\beta_1^t),\\ \\hat v_t = v_t/(1-\\beta_2^t)",
			source = "Kingma and Ba, 2015, Adam: A method for stochastic optimization, algorithm 1")
	@Schema(description = "Steps scaled by bias-corrected moments of the gradient.")
	record AdamSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(
					description = "About the size of a step of each parameter.", example = "0.01") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Decay of the mean of the gradients.", example = "0.9") Double beta1,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Decay of the mean of the squared gradients.", example = "0.999") Double beta2,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(
					description = "Added to the root of the mean square.", example = "1e-8") Double epsilon,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.WEIGHT_DECAY,
					example = "0.0001") Double weightDecay,
			@Schema(description = Texts.ON_BIASES, example = "true") Boolean weightDecayOnBiases,
			@Schema(description = Texts.PRESET, example = "pytorch") @Nullable Preset preset)
			implements
				AdaptiveSpecification {

		public AdamSpecification {
			learningRate = Preset.choose(preset, learningRate, 0.01, 0.001, 0.001, 0.001);
			beta1 = Preset.choose(preset, beta1, 0.9, 0.9, 0.9, 0.9);
			beta2 = Preset.choose(preset, beta2, 0.999, 0.999, 0.999, 0.999);
			epsilon = Preset.choose(preset, epsilon, 1e-8, 1e-8, 1e-7, 1e-8);
			weightDecay = Preset.choose(preset, weightDecay, 0.0, 0.0, 0.0, 0.0);
			weightDecayOnBiases = Preset.choose(preset, weightDecayOnBiases, true, true, true, true);
		}

		@Override
		public Optimizer optimizer() {
			return DescentSpecification.decayed(new Adam(beta1, beta2, epsilon), weightDecay, false,
					weightDecayOnBiases);
		}

	}

}
