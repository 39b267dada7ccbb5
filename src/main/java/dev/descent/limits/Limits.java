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

/**
 * The bounds of the service, set by {@code descent.limits.*}. What is said of them here
 * also stands in the API and in the reference for operators.
 *
 * @param activeJobs jobs of every kind queued or running at the same time, a race
 * counting as one; more are answered 503 with {@code Retry-After}
 * @param parameters weights and biases of one network
 * @param updateWork samples of a batch times parameters, so that no single update holds
 * up the others
 * @param analysisWork samples or grid points times parameters for one question about a
 * job
 * @param mapNumbers numbers in the maps of one answer: boundaries, frames, neuron maps
 * @param surfaceWork points times samples times parameters of one loss surface, slice,
 * gradient check (8 points a derivative) or spectrum (6 a product)
 * @param replayWork samples times parameters to compute a moment of a run again
 * @param raceRuns runs of one race, those of its tuning included
 * @param raceWork samples times parameters of all gradients and evaluations of one race;
 * on two cores about ten minutes
 * @param jobMemory memory of one job: data, buffers, records and checkpoints
 * @param checkpointMemory memory of the checkpoints of one job; they are thinned to fit
 * @param resultMemory memory of all finished jobs; the first to end go first
 * @param retention how long a finished job is kept
 * @param idempotencyKeys values of {@code Idempotency-Key} remembered for each of
 * training jobs, range tests, races and datasets; the oldest are forgotten first, each at
 * the latest with what was made with it
 * @param datasets stored datasets; more are answered 507
 * @param datasetMemory memory of all stored datasets
 * @param requestSize length of the body of a request; more is answered 413
 * @param longestWait the longest that {@code Prefer: wait} and {@code ?wait} wait
 * @param streams event streams open at the same time; more are answered 503 with {@code
 * Retry-After}
 */
@Validated
@ConfigurationProperties("descent.limits")
@Schema(description = "What the service takes on at most; memory in bytes.")
public record Limits(@DefaultValue("200") @Min(1) int activeJobs, @DefaultValue("1000000") @Min(1) int parameters,
		@DefaultValue("200000000") @Min(1) long updateWork, @DefaultValue("2500000000") @Min(1) long analysisWork,
		@DefaultValue("4000000") @Min(1) long mapNumbers, @DefaultValue("25000000000") @Min(1) long surfaceWork,
		@DefaultValue("25000000000") @Min(1) long replayWork, @DefaultValue("2000") @Min(1) int raceRuns,
		@DefaultValue("1000000000000") @Min(1) long raceWork, @DefaultValue("256MB") @NotNull DataSize jobMemory,
		@DefaultValue("32MB") @NotNull DataSize checkpointMemory, @DefaultValue("512MB") @NotNull DataSize resultMemory,
		@DefaultValue("2h") @NotNull @DurationMin(seconds = 1) Duration retention,
		@DefaultValue("10000") @Min(1) int idempotencyKeys, @DefaultValue("200") @Min(1) int datasets,
		@DefaultValue("256MB") @NotNull DataSize datasetMemory, @DefaultValue("16MB") @NotNull DataSize requestSize,
		@DefaultValue("60s") @NotNull @DurationMin(seconds = 1) Duration longestWait,
		@DefaultValue("1000") @Min(1) int streams) {
}
