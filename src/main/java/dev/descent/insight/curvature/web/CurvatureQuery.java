package dev.descent.insight.curvature.web;

import java.util.Objects;

import dev.descent.insight.curvature.CurvatureRequest;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** What is wanted of the curvature, as a query says it. */
record CurvatureQuery(
		@Parameter(description = "Eigenvalues shown from each end of the spectrum, 1 to 50; 5 if absent.",
				example = "3") @Min(1) @Max(50) @Nullable Integer eigenvalues,
		@Parameter(description = "Training samples to take, the first ones; as many as the work allows if absent.",
				example = "50") @Min(1) @Max(1_000_000) @Nullable Integer samples,
		@Parameter(
				description = """
						Products of the Hessian with a vector for the eigenvalues, at most; as many as there are parameters give all \
						eigenvalues. If absent, that up to 300 parameters, else 80; with `format=history` 30 for each moment.""",
				example = "20") @Min(2) @Max(1000) @Nullable Integer products,
		@Parameter(
				description = "Products that estimate the trace where not all eigenvalues are worked out, 2 to 200; 10 if absent.",
				example = "10") @Min(2) @Max(200) @Nullable Integer probes,
		@Parameter(description = "Of the random vectors; 0 if absent.", example = "0") @Nullable Long seed) {

	CurvatureRequest request() {
		int ends = Objects.requireNonNullElse(eigenvalues, 5);
		return new CurvatureRequest(ends, ends, samples, products, Objects.requireNonNullElse(probes, 10),
				Objects.requireNonNullElse(seed, 0L));
	}

}
