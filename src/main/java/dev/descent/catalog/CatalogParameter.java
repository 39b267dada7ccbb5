package dev.descent.catalog;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A field that an entry takes. */
@Schema(description = "A field that an entry takes.")
public record CatalogParameter(@Schema(description = "The field.", example = "learningRate") String name,
		@Schema(description = "What it means.", example = "Step size along the negative gradient.") String description,
		@Schema(description = "Which values it takes.") ParameterValues values,
		@Schema(description = "Whether it must be given.", example = "false") boolean required,
		@Schema(description = "Whether null means something, rather than that the field is absent.",
				example = "false") boolean nullable,
		@Schema(types = {
				"number", "string", "boolean", "array", "object", "null" },
				description = """
						What it is if absent; null where it is required or null, or where it depends on the rest of the \
						job.""",
				example = "0.5") @Nullable Object defaultValue,
		@Schema(description = "What it is if absent, under each preset that the entry knows.",
				example = "{\"pytorch\": 0.001, \"keras\": 0.01}") Map<String, Object> presetDefaults){
}
