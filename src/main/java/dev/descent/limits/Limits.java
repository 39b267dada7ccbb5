package dev.descent.limits;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of the service, set by {@code descent.limits.*}.
 *
 * @param activeJobs training jobs that may be queued or running at the same time
 * @param parameters weights and biases of one network
 * @param updateWork samples of a batch times parameters, so that no single update holds
 * up the others
 * @param analysisWork samples or grid points times parameters for one question about a
 * job
 * @param jobMemory memory of one job's data, buffers and checkpoints
 * @param checkpointMemory memory of one job's checkpoints; they are thinned to fit
 * @param resultMemory memory of all finished jobs; the oldest go first
 * @param retention how long a finished job is kept
 * @param datasets stored datasets
 * @param datasetMemory memory of all stored datasets
 * @param requestSize a request's body
 * @param longestWait of {@code Prefer: wait}
 */
@Validated
@ConfigurationProperties("descent.limits")
public record Limits(@DefaultValue("200") @Min(1) int activeJobs, @DefaultValue("1000000") @Min(1) int parameters,
		@DefaultValue("200000000") @Min(1) long updateWork, @DefaultValue("2500000000") @Min(1) long analysisWork,
		@DefaultValue("256MB") @NotNull DataSize jobMemory, @DefaultValue("32MB") @NotNull DataSize checkpointMemory,
		@DefaultValue("512MB") @NotNull DataSize resultMemory,
		@DefaultValue("2h") @NotNull @DurationMin(seconds = 1) Duration retention,
		@DefaultValue("200") @Min(1) int datasets, @DefaultValue("256MB") @NotNull DataSize datasetMemory,
		@DefaultValue("16MB") @NotNull DataSize requestSize,
		@DefaultValue("60s") @NotNull @DurationMin(seconds = 1) Duration longestWait) {
}
