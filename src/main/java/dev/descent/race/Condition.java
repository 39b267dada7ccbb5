package dev.descent.race;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "RaceCondition", description = "Something that was equal for all variants, or was not.")
public record Condition(@Schema(description = "What it is about.", example = "initialParameters") String aspect,
		@Schema(description = "Whether it was equal.", example = "true") boolean equal,
		@Schema(description = "What is behind it, in a sentence.",
				example = "The parameters of epoch 0 of 50 runs were the same bits for each seed.") String detail) {
}
