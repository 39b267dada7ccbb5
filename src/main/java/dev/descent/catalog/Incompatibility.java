package dev.descent.catalog;

import dev.descent.training.specification.optimizer.Ingredient;
import io.swagger.v3.oas.annotations.media.Schema;

/** What an entry cannot be combined with as it stands by default. */
@Schema(description = "What an entry cannot be combined with, as it is by default.")
public record Incompatibility(
		@Schema(description = "What is refused.", example = "momentum_cycling") Ingredient ingredient,
		@Schema(description = "The field that asks for it.", example = "schedule") String field,
		@Schema(description = "Why, as a phrase that follows the field's name.",
				example = "moves the momentum, which this optimizer does not have") String reason) {

	static Incompatibility of(Ingredient ingredient, String reason) {
		return new Incompatibility(ingredient, switch (ingredient) {
			case MINI_BATCHES -> "training.batchSize";
			case DROPOUT -> "network.hiddenLayers[].dropout";
			case SCHEDULE, MOMENTUM_CYCLING -> "schedule";
			case GRADIENT_CLIPPING -> "gradientClipping";
			case GRADIENT_NOISE -> "gradientNoise";
			case L1_PENALTY -> "regularization.l1";
			case MAX_NORM -> "regularization.maxNorm";
			case AVERAGING -> "averaging";
		}, reason);
	}

}
