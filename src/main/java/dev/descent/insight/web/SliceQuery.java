package dev.descent.insight.web;

import java.util.Objects;

import dev.descent.insight.surface.LineKind;
import dev.descent.insight.surface.SliceRequest;
import dev.descent.training.TrainingJobId;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** A slice, as a query says it. */
record SliceQuery(
		@Parameter(
				description = """
						How the line lies: along the first principal component of the path, a random direction (filter by filter as \
						long as the weights), one parameter, or the straight way to another job.""",
				schema = @Schema(type = "string", allowableValues = {
						"pca", "random", "parameter", "job" }, defaultValue = "random"),
				example = "random") @Nullable LineKind along,
		@Parameter(description = "The job that the line leads to.") @Nullable String to,
		@Parameter(description = "Points along the line, 2 to 1001; 101 if absent.",
				example = "51") @Min(2) @Max(1001) @Nullable Integer resolution,
		@Parameter(description = "Of the random direction; 0 if absent.", example = "0") @Nullable Long seed,
		@Parameter(
				description = "How far to look on each side of the moment; as far as the path goes if absent.") @DecimalMin("1e-6") @DecimalMax("1e6") @Nullable Double span,
		@Parameter(
				description = "For a line along one parameter: which, as `layer.unit.input` or `layer.unit.bias`, all from 0. The one that moved most if absent.") @Nullable String parameter){

	@Nullable TrainingJobId goal() {
		return (to != null) ? TrainingJobId.valueOf(to) : null;
	}

	SliceRequest request() {
		return new SliceRequest(Objects.requireNonNullElse(along, LineKind.RANDOM),
				Objects.requireNonNullElse(resolution, 101), Objects.requireNonNullElse(seed, 0L), span, parameter);
	}

}
