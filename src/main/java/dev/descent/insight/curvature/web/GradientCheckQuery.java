package dev.descent.insight.curvature.web;

import java.util.Objects;

import dev.descent.insight.curvature.GradientCheckRequest;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** What is to be checked, as a query says it. */
record GradientCheckQuery(
		@Parameter(
				description = """
						How many derivatives to check at most, 1 to 10000; if absent 500, or fewer in a large network. Where there are more, \
						some of the weights and some of the biases of each layer are chosen at random.""",
				example = "10") @Min(1) @Max(10_000) @Nullable Integer parameters,
		@Parameter(description = "Training samples to take, the first ones, 1 to 1024; 256 if absent.",
				example = "50") @Min(1) @Max(1024) @Nullable Integer samples,
		@Parameter(description = "Of the selection; 0 if absent.", example = "0") @Nullable Long seed) {

	GradientCheckRequest request() {
		return new GradientCheckRequest(parameters, Objects.requireNonNullElse(samples, 256),
				Objects.requireNonNullElse(seed, 0L));
	}

}
