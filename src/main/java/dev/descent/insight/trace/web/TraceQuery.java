package dev.descent.insight.trace.web;

import java.util.Objects;

import dev.descent.insight.trace.Detail;
import dev.descent.insight.trace.TraceRequest;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** What of an update is to be told, as a query says it. */
record TraceQuery(
		@Parameter(description = "Number of the update, from 1. Of a job the latest if absent, else the first.",
				example = "1") @Min(1) @Max(1_000_000_000_000_000L) @Nullable Long step,
		@Parameter(
				description = "The row of the dataset whose way through the network is shown, from 0; the first of the batch if absent.") @Min(0) @Nullable Integer sample,
		@Parameter(description = "Whether all samples of the batch are shown in place of one.",
				schema = @Schema(type = "boolean", defaultValue = "false"), example = "false") @Nullable Boolean batch,
		@Parameter(description = "Only this layer, from 0 for the first hidden one.") @Min(0) @Nullable Integer layer,
		@Parameter(description = "Only this unit of each layer, from 0.") @Min(0) @Nullable Integer unit,
		@Parameter(
				description = """
						How much is told: the spread of each quantity, every number, or every number with the formula that gives \
						it. As much as can be read if absent.""",
				schema = @Schema(type = "string", allowableValues = {
						"overview", "values", "formulas" }),
				example = "formulas") @Nullable Detail detail,
		@Parameter(
				description = """
						Significant digits of numbers in formulas and documents; 17 write every number in full. If absent: 17 in \
						JSON and CSV, 6 in Markdown and LaTeX.""",
				example = "17") @Min(2) @Max(17) @Nullable Integer digits){

	TraceRequest request() {
		return new TraceRequest(sample, Boolean.TRUE.equals(batch), layer, unit, detail);
	}

	long stepOr(long usual) {
		return Objects.requireNonNullElse(step, usual);
	}

}
