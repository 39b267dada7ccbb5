package dev.descent.catalog;

import java.util.List;

import dev.descent.reference.Level;
import dev.descent.training.specification.optimizer.Preset;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that a training job can ask for. */
@Schema(description = "One thing that a training job can ask for.")
public record CatalogEntry(@Schema(description = "The family it belongs to.", example = "optimizer") String family,
		@Schema(description = "The value of `type` that means it; null where its family has nothing to choose from.",
				example = "adam") @Nullable String type,
		@Schema(description = "Whether a first course uses it (basic), or whether it needs a reason (advanced).",
				example = "basic") Level level,
		@Schema(description = "What it is.",
				example = "Steps scaled by bias-corrected moments of the gradient.") String description,
		@Schema(description = "Its formula in plain text; null where there is none.",
				example = "v = momentum v + (1 - dampening) g; w = w - learningRate v") @Nullable String formula,
		@Schema(description = "Its formula in LaTeX, without delimiters; null where there is none.",
				example = "w_t = w_{t-1} - \\eta v_t") @Nullable String latex,
		@Schema(description = "Who described it, when and where; null where there is nobody to name.",
				example = "Kingma and Ba, 2015, Adam: A method for stochastic optimization") @Nullable String source,
		@Schema(description = "The presets that know it.", example = "[\"pytorch\", \"keras\"]") List<Preset> presets,
		@Schema(description = "Its fields.") List<CatalogParameter> parameters,
		@Schema(description = "What it cannot be combined with, as it is by default.") List<Incompatibility> incompatibilities) {
}
