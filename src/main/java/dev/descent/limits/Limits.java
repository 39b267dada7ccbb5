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
 * The bounds of the service, set by {@code descent.limits.*}. What is said of them here
 * also stands in the API and in the reference for operators. Amounts of memory that are 0
 * become shares of the heap that the JVM has.
 *
 * @param activeJobs jobs of every kind queued, running or paused at the same time, a race
 * counting as one; more are answered 503 with {@code Retry-After}
 * @param activeJobsPerOwner of these, how many one owner of API keys may have; several
 * jobs of one owner may take the same part of the memory; without keys there is no such
 * bound
 * @param activeMemory memory of all active jobs together, by what each may take at most;
 * what does not fit now is answered 503, what never could 422; 0 for a share of the heap
 * @param samples samples of one dataset
 * @param parameters weights and biases of one network
 * @param updateWork samples of a batch times parameters, so that no single update holds
 * up the others
 * @param jobWork samples times parameters of all gradients and evaluations of one job,
 * about an hour; an update of a first-order optimizer counts once for each sample of its
 * batch
 * @param analysisWork samples or grid points times parameters for one question about a
 * job
 * @param mapNumbers numbers in the maps of one answer: boundaries, frames, neuron maps
 * @param surfaceWork points times samples times parameters of one loss surface, slice,
 * gradient check (8 points a derivative) or spectrum (6 a product)
 * @param replayWork samples times parameters to compute a moment of a run again
 * @param raceRuns runs of one race, those of its tuning included
 * @param raceWork samples times parameters of all gradients and evaluations of one race;
 * on two cores about ten minutes
 * @param jobMemory memory of one job: data, buffers, records and checkpoints; 0 for 256
 * MB, or less on a small heap
 * @param checkpointMemory memory of the checkpoints of one job, which are thinned to fit;
 * 0 for 32 MB, or less on a small heap
 * @param resultMemory memory of all finished jobs, of which the first to end go first,
 * those of the owner with most; 0 for a share of the heap
 * @param retention how long a finished job is kept
 * @param longestPause how long a job may be paused before it is cancelled
 * @param idempotencyKeys values of {@code Idempotency-Key} remembered for each of
 * training jobs, range tests, races and datasets; the oldest are forgotten first, each at
 * the latest with what was made with it
 * @param datasets stored datasets; more are answered 507
 * @param datasetsPerOwner of these, how many one owner of API keys may have, and with
 * them the same part of the memory; without keys there is no such bound
 * @param datasetMemory memory of all stored datasets; more are answered 507; 0 for a
 * share of the heap
 * @param answerMemory memory in which requests are read and answered, all together; what
 * does not fit now is answered 503, what never could 422; 0 for a share of the heap
 * @param requestSize length of the body of a request; more is answered 413; 0 for 16 MB,
 * or less on a small heap
 * @param requestRate bytes a second at which a body must come, seen over the time since
 * ten seconds after its beginning; slower is answered 408
 * @param longestWait the longest that {@code Prefer: wait} and {@code ?wait} wait
 * @param streams event streams open at the same time; more are answered 503 with {@code
 * Retry-After}
 * @param streamsPerOwner of these, how many one owner of API keys may have; without keys
 * there is no such bound
 */
@Validated
@ConfigurationProperties("descent.limits")
@Schema(description = "What the service takes on at most; memory in bytes.")
public record Limits(@DefaultValue("200") @Min(1) int activeJobs, @DefaultValue("50") @Min(1) int activeJobsPerOwner,
		@DefaultValue("0") @NotNull DataSize activeMemory, @DefaultValue("100000") @Min(2) @Max(100_000) int samples,
		@DefaultValue("1000000") @Min(1) int parameters, @DefaultValue("200000000") @Min(1) long updateWork,
		@DefaultValue("10000000000000") @Min(1) long jobWork, @DefaultValue("2500000000") @Min(1) long analysisWork,
		@DefaultValue("4000000") @Min(1) long mapNumbers, @DefaultValue("25000000000") @Min(1) long surfaceWork,
		@DefaultValue("25000000000") @Min(1) long replayWork, @DefaultValue("2000") @Min(1) int raceRuns,
		@DefaultValue("1000000000000") @Min(1) long raceWork, @DefaultValue("0") @NotNull DataSize jobMemory,
		@DefaultValue("0") @NotNull DataSize checkpointMemory, @DefaultValue("0") @NotNull DataSize resultMemory,
		@DefaultValue("2h") @NotNull @DurationMin(seconds = 1) Duration retention,
		@DefaultValue("2h") @NotNull @DurationMin(seconds = 1) Duration longestPause,
		@DefaultValue("10000") @Min(1) int idempotencyKeys, @DefaultValue("200") @Min(1) int datasets,
		@DefaultValue("50") @Min(1) int datasetsPerOwner, @DefaultValue("0") @NotNull DataSize datasetMemory,
		@DefaultValue("0") @NotNull DataSize answerMemory, @DefaultValue("0") @NotNull DataSize requestSize,
		@DefaultValue("16KB") @NotNull DataSize requestRate,
		@DefaultValue("60s") @NotNull @DurationMin(seconds = 1) Duration longestWait,
		@DefaultValue("1000") @Min(1) int streams,
		@DefaultValue("250") @Min(1) int streamsPerOwner) implements Validator {

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
