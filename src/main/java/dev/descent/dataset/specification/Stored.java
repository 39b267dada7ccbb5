package dev.descent.dataset.specification;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.dataset.DatasetId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

@JsonTypeName("stored")
@Schema(description = "A dataset that was stored before.")
public record Stored(@NotNull @Schema(description = "What the service called it.",
		example = "0b9f6d3e-8a52-4c1b-9d0e-2f6a7c5b1e44") DatasetId id) implements DatasetSpecification {
}
