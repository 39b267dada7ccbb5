package dev.descent.limits;

import java.time.Duration;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** The bounds of the service, set by {@code descent.limits.*}. */
@Validated
@ConfigurationProperties("descent.limits")
@Schema(description = "What the service takes on at most; memory in bytes.")
public record Limits(
		@DefaultValue("200") @Min(1) @Schema(
				description = "Jobs of every kind that may be queued or running at the same time.",
				example = "200") int activeJobs,
		@DefaultValue("1000000") @Min(1) @Schema(description = "Weights and biases of one network.",
				example = "1000000") int parameters,
		@DefaultValue("200000000") @Min(1) @Schema(description = """
				Samples of a batch times parameters, so that no single update holds up the others.""",
				example = "200000000") long updateWork,
		@DefaultValue("2500000000") @Min(1) @Schema(
				description = "Samples or grid points times parameters for one question about a job.",
				example = "2500000000") long analysisWork,
		@DefaultValue("4000000") @Min(1) @Schema(description = "Numbers in the maps of one answer.",
				example = "4000000") long mapNumbers,
		@DefaultValue("25000000000") @Min(1) @Schema(
				description = """
						Points times samples times parameters of one loss surface or slice, gradient check (8 points a derivative) \
						or spectrum (6 points a product).""",
				example = "25000000000") long surfaceWork,
		@DefaultValue("25000000000") @Min(1) @Schema(
				description = "Samples times parameters to compute a moment of a run again.",
				example = "25000000000") long replayWork,
		@DefaultValue("2000") @Min(1) @Schema(description = "Runs of one race, those of its tuning included.",
				example = "2000") int raceRuns,
		@DefaultValue("1000000000000") @Min(1) @Schema(
				description = "Samples times parameters of all gradients and evaluations of one race.",
				example = "1000000000000") long raceWork,
		@DefaultValue("256MB") @NotNull @Schema(implementation = Long.class,
				description = "Memory of one job's data, buffers and checkpoints.",
				example = "268435456") DataSize jobMemory,
		@DefaultValue("32MB") @NotNull @Schema(implementation = Long.class,
				description = "Memory of one job's checkpoints; they are thinned to fit.",
				example = "33554432") DataSize checkpointMemory,
		@DefaultValue("512MB") @NotNull @Schema(implementation = Long.class,
				description = "Memory of all finished jobs; the first to end go first.",
				example = "536870912") DataSize resultMemory,
		@DefaultValue("2h") @NotNull @DurationMin(seconds = 1) @Schema(type = "string", format = "",
				description = "How long a finished job is kept.", example = "PT2H") Duration retention,
		@DefaultValue("10000") @Min(1) @Schema(description = """
				Idempotency keys remembered for each kind of resource, the oldest forgotten first; a key is forgotten \
				with what was made with it.""", example = "10000") int idempotencyKeys,
		@DefaultValue("200") @Min(1) @Schema(description = "Stored datasets.", example = "200") int datasets,
		@DefaultValue("256MB") @NotNull @Schema(implementation = Long.class,
				description = "Memory of all stored datasets.", example = "268435456") DataSize datasetMemory,
		@DefaultValue("16MB") @NotNull @Schema(implementation = Long.class, description = "A request's body.",
				example = "16777216") DataSize requestSize,
		@DefaultValue("60s") @NotNull @DurationMin(seconds = 1) @Schema(type = "string", format = "",
				description = "The longest that `Prefer: wait` and `?wait` wait.",
				example = "PT1M") Duration longestWait,
		@DefaultValue("1000") @Min(1) @Schema(description = "Event streams that may be open at the same time.",
				example = "1000") int streams) {
}
