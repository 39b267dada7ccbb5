package dev.descent.training.web;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** A moment of a run, as a query says it; the present one if it says nothing. */
public record MomentQuery(
		@Parameter(description = "After so many epochs; the present moment if neither epoch nor step is given.",
				example = "0") @Min(0) @Nullable Integer epoch,
		@Parameter(description = "After so many updates, in place of an epoch.") @Min(0) @Nullable Long step) {
}
