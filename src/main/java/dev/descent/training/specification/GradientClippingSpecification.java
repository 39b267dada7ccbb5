package dev.descent.training.specification;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.optimizer.GradientRule;
import dev.descent.engine.optimizer.NormClipping;
import dev.descent.engine.optimizer.ValueClipping;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** How a gradient that is too long is shortened. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@Schema(description = "How a gradient that is too long is shortened before the optimizer sees it.")
public sealed interface GradientClippingSpecification {

	GradientRule gradientRule();

	@JsonTypeName("norm")
	@Reference(formula = "g = g min(1, maxNorm / (|g| + epsilon))",
			latex = "g \\leftarrow g\\,\\min\\!\\big(1, c/(\\lVert g\\rVert_2 + \\epsilon)\\big)",
			source = "Pascanu, Mikolov and Bengio, 2013, On the difficulty of training recurrent neural networks")
	@Schema(description = "Limits the Euclidean norm over all weights and biases together.")
	record NormClippingSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1e6") @Schema(
					description = "The longest a gradient may be.", example = "1.0") Double maxNorm,
			@DecimalMin("0") @DecimalMax("1") @Schema(
					description = "Added to the norm before dividing; PyTorch has 1e-6.", example = "0") Double epsilon)
			implements
				GradientClippingSpecification {

		public NormClippingSpecification {
			maxNorm = Objects.requireNonNullElse(maxNorm, 1.0);
			epsilon = Objects.requireNonNullElse(epsilon, 0.0);
		}

		@Override
		public GradientRule gradientRule() {
			return new NormClipping(maxNorm, epsilon);
		}

	}

	@JsonTypeName("value")
	@Reference(formula = "g_i = max(-limit, min(limit, g_i))", latex = "g_i \\leftarrow \\max(-c, \\min(c, g_i))",
			source = "Mikolov, 2012, Statistical language models based on neural networks")
	@Schema(description = "Limits every component by itself.")
	record ValueClippingSpecification(@DecimalMin(value = "0", inclusive = false) @DecimalMax("1e6") @Schema(
			description = "The largest magnitude of a component.", example = "0.5") Double limit)
			implements
				GradientClippingSpecification {

		public ValueClippingSpecification {
			limit = Objects.requireNonNullElse(limit, 0.5);
		}

		@Override
		public GradientRule gradientRule() {
			return new ValueClipping(limit);
		}

	}

}
