package dev.descent.training.specification;

import java.util.Objects;

import dev.descent.engine.optimizer.GradientNoise;
import dev.descent.engine.optimizer.GradientRule;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

@Reference(level = Level.ADVANCED, formula = "g = g + noise, normal with variance eta / (1 + t)^gamma",
		latex = "g_t \\leftarrow g_t + N\\big(0, \\eta/(1+t)^\\gamma\\big)",
		source = "Neelakantan et al., 2015, Adding gradient noise improves learning for very deep networks")
@Schema(description = "Normal noise that is added to the gradient and fades over the updates.")
public record GradientNoiseSpecification(
		@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(
				description = "Variance of the noise in the first update.", example = "0.01") Double eta,
		@DecimalMin("0") @DecimalMax("10") @Schema(description = "How fast it fades.", example = "0.55") Double gamma) {

	public GradientNoiseSpecification {
		eta = Objects.requireNonNullElse(eta, 0.01);
		gamma = Objects.requireNonNullElse(gamma, 0.55);
	}

	public GradientRule gradientRule() {
		return new GradientNoise(eta, gamma);
	}

}
