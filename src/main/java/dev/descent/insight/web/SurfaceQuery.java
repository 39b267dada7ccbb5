package dev.descent.insight.web;

import java.util.List;
import java.util.Objects;

import dev.descent.insight.surface.Part;
import dev.descent.insight.surface.PlaneKind;
import dev.descent.insight.surface.SurfaceRequest;
import dev.descent.training.TrainingJobId;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A surface, as a query says it. */
record SurfaceQuery(
		@Parameter(description = """
				How the plane lies: along the first two principal components of the path, along two random directions \
				(filter by filter as long as the weights), or along two parameters.""",
				schema = @Schema(type = "string", allowableValues = {
						"pca", "random", "parameters" }, defaultValue = "pca"),
				example = "pca") @Nullable PlaneKind plane,
		@Parameter(description = "Over which samples the loss is taken.",
				schema = @Schema(type = "string", allowableValues = { "training", "validation" },
						defaultValue = "training"),
				example = "training") @Nullable Part part,
		@Parameter(description = "Points along each axis, 2 to 201; 41 if absent.",
				example = "21") @Min(2) @Max(201) @Nullable Integer resolution,
		@Parameter(description = "Of the random directions; 0 if absent.", example = "0") @Nullable Long seed,
		@Parameter(
				description = "How far to look on each side of the centre; as far as the path goes if absent.") @DecimalMin("1e-6") @DecimalMax("1e6") @Nullable Double span,
		@Parameter(
				description = "For a plane of two parameters: the first one, as `layer.unit.input` or `layer.unit.bias`, all from 0. One that moved much if absent.") @Nullable String first,
		@Parameter(description = "The second one.") @Nullable String second,
		@Parameter(description = "Other jobs whose paths are shown on the same plane, up to 20.",
				array = @ArraySchema(schema = @Schema(type = "string"))) @Size(max = 20) @Nullable List<String> with){

	SurfaceRequest request() {
		return new SurfaceRequest(Objects.requireNonNullElse(plane, PlaneKind.PCA),
				Objects.requireNonNullElse(part, Part.TRAINING), Objects.requireNonNullElse(resolution, 41),
				Objects.requireNonNullElse(seed, 0L), span, first, second);
	}

	List<TrainingJobId> others() {
		return Objects.requireNonNullElse(with, List.<String>of()).stream().map(TrainingJobId::valueOf).toList();
	}

}
