package dev.descent.limits;

import java.time.Duration;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of the service, set by {@code descent.limits.*}. Amounts of memory that are
 * 0 become shares of the heap that the JVM has.
 */
@Validated
@ConfigurationProperties("descent.limits")
@Schema(description = "What the service takes on at most; memory in bytes.")
public record Limits(
		@DefaultValue("200") @Min(1) @Schema(
				description = "Jobs of every kind that may be queued or running at the same time.",
				example = "200") int activeJobs,
		@DefaultValue("0") @NotNull @Schema(implementation = Long.class,
				description = "Memory of all jobs that are queued or running, by what each may take at most.",
				example = "1073741824") DataSize activeMemory,
		@DefaultValue("100000") @Min(2) @Max(100_000) @Schema(description = "Samples of one dataset.",
				example = "100000") int samples,
		@DefaultValue("1000000") @Min(1) @Schema(description = "Weights and biases of one network.",
				example = "1000000") int parameters,
		@DefaultValue("200000000") @Min(1) @Schema(description = """
				Samples of a batch times parameters, so that no single update holds up the others.""",
				example = "200000000") long updateWork,
		@DefaultValue("10000000000000") @Min(1) @Schema(description = """
				Samples times parameters of all gradients and evaluations of one job. An update of a first-order \
				optimizer counts once for each sample of its batch.""", example = "10000000000000") long jobWork,
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
		@DefaultValue("0") @NotNull @Schema(implementation = Long.class,
				description = "Memory of one job's data, buffers and checkpoints.",
				example = "268435456") DataSize jobMemory,
		@DefaultValue("0") @NotNull @Schema(implementation = Long.class,
				description = "Memory of one job's checkpoints; they are thinned to fit.",
				example = "33554432") DataSize checkpointMemory,
		@DefaultValue("0") @NotNull @Schema(implementation = Long.class,
				description = "Memory of all finished jobs; the first to end go first.",
				example = "536870912") DataSize resultMemory,
		@DefaultValue("2h") @NotNull @DurationMin(seconds = 1) @Schema(type = "string", format = "",
				description = "How long a finished job is kept.", example = "PT2H") Duration retention,
		@DefaultValue("10000") @Min(1) @Schema(description = """
				Idempotency keys remembered for each kind of resource, the oldest forgotten first; a key is forgotten \
				with what was made with it.""", example = "10000") int idempotencyKeys,
		@DefaultValue("200") @Min(1) @Schema(description = "Stored datasets.", example = "200") int datasets,
		@DefaultValue("0") @NotNull @Schema(implementation = Long.class, description = "Memory of all stored datasets.",
				example = "268435456") DataSize datasetMemory,
		@DefaultValue("0") @NotNull @Schema(implementation = Long.class,
				description = "Memory in which requests are read and answered, all that come at the same time together.",
				example = "1073741824") DataSize answerMemory,
		@DefaultValue("0") @NotNull @Schema(implementation = Long.class, description = "A request's body.",
				example = "16777216") DataSize requestSize,
		@DefaultValue("16KB") @NotNull @Schema(implementation = Long.class,
				description = "Bytes a second at which a body must come, seen over the time since ten seconds after its beginning.",
				example = "16384") DataSize requestRate,
		@DefaultValue("60s") @NotNull @DurationMin(seconds = 1) @Schema(type = "string", format = "",
				description = "The longest that `Prefer: wait` and `?wait` wait.",
				example = "PT1M") Duration longestWait,
		@DefaultValue("1000") @Min(1) @Schema(description = "Event streams that may be open at the same time.",
				example = "1000") int streams)
		implements
			Validator {

	/**
	 * What a body may take while it is read, in its own lengths; hostile ones come near.
	 */
	public static final int BODY_FACTOR = 24;

	private static final DataSize USUAL_JOB = DataSize.ofMegabytes(256);

	private static final DataSize USUAL_CHECKPOINTS = DataSize.ofMegabytes(32);

	private static final DataSize USUAL_REQUEST = DataSize.ofMegabytes(16);

	public Limits {
		var heap = Heap.ofJvm();
		activeMemory = heap.orShare(activeMemory, 20);
		resultMemory = heap.orShare(resultMemory, 25);
		datasetMemory = heap.orShare(datasetMemory, 10);
		answerMemory = heap.orShare(answerMemory, 25);
		jobMemory = Heap.orLeast(jobMemory, USUAL_JOB, Math.min(activeMemory.toBytes(), resultMemory.toBytes()));
		checkpointMemory = Heap.orLeast(checkpointMemory, USUAL_CHECKPOINTS, jobMemory.toBytes() / 4);
		requestSize = Heap.orLeast(requestSize, USUAL_REQUEST, answerMemory.toBytes() / BODY_FACTOR);
	}

	@Override
	public boolean supports(Class<?> type) {
		return type == Limits.class;
	}

	/** Refuses what contradicts itself, so that it is seen when the service starts. */
	@Override
	public void validate(Object target, Errors errors) {
		notAbove(jobMemory, activeMemory, "jobMemory", "descent.limits.active-memory: no job could have so much",
				errors);
		notAbove(jobMemory, resultMemory, "jobMemory",
				"descent.limits.result-memory: what such a job found would be gone at once", errors);
		notAbove(checkpointMemory, jobMemory, "checkpointMemory",
				"descent.limits.job-memory: checkpoints are a part of it", errors);
		notAbove(DataSize.ofBytes(requestSize.toBytes() * BODY_FACTOR), answerMemory, "requestSize",
				"a %dth of descent.limits.answer-memory: to read a body takes so much".formatted(BODY_FACTOR), errors);
		long promised = activeMemory.toBytes() + resultMemory.toBytes() + datasetMemory.toBytes()
				+ answerMemory.toBytes();
		long heap = Heap.ofJvm().bytes();
		if (promised > heap) {
			errors.reject("heap",
					("active-memory, result-memory, dataset-memory and answer-memory are %,d bytes together, "
							+ "but the heap has %,d: set smaller ones, or give java more (-Xmx)")
						.formatted(promised, heap));
		}
	}

	private static void notAbove(DataSize size, DataSize most, String field, String why, Errors errors) {
		if (size.compareTo(most) > 0) {
			errors.rejectValue(field, "contradiction", "must not be above " + why);
		}
	}

}
