package dev.descent.race.specification;

import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Schema(name = "VariantSpecification",
		description = "One of those that are compared: the base with some fields changed.")
public record VariantSpecification(
		@Size(min = 1, max = 100) @Schema(
				description = "What it is called in the result; told by what it changes if absent.",
				example = "adam") @Nullable String name,
		@Schema(description = """
				A JSON Merge Patch (RFC 7396) of the base; an object with another `type` replaces the old one. {} is the \
				base itself.""",
				example = "{\"optimizer\": {\"type\": \"adam\", \"learningRate\": 0.01}}") Map<String, @Nullable Object> patch) {

	public VariantSpecification {
		patch = Objects.requireNonNullElse(patch, Map.of());
	}

}
