package dev.descent.insight.web;

import java.util.List;
import java.util.Objects;

import dev.descent.insight.InputPlane;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A grid over two features, as a query says it. */
record PlaneQuery(
		@Parameter(description = "Points along each axis, 2 to 200; what the job says if absent.",
				example = "20") @Min(2) @Max(200) @Nullable Integer resolution,
		@Parameter(description = "The feature from left to right; the first if absent.",
				example = "x1") @Nullable String x,
		@Parameter(description = "The feature from below to above; the second, or another than x, if absent.",
				example = "x2") @Nullable String y,
		@Parameter(
				description = """
						A feature that is no axis and where to hold it, such as `x3=0.5`; may be repeated. Others are held at their \
						mean over the training samples.""") @Size(
						max = 1000) @Nullable List<String> at) {

	InputPlane.Wanted wanted(int usual) {
		return new InputPlane.Wanted((resolution != null) ? resolution : usual, x, y,
				Objects.requireNonNullElse(at, List.of()));
	}

}
