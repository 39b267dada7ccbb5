package dev.descent.training.web;

import java.time.Clock;
import java.time.InstantSource;

import dev.descent.limits.Limits;
import dev.descent.training.JobState;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.web.MayAnswer;
import dev.descent.web.Pending;
import dev.descent.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(JobLinks.JOBS)
@Tag(name = "Training jobs")
class TrainingJobController {

	private final TrainingJobs jobs;

	private final Waiting waiting;

	private final InstantSource clock;

	TrainingJobController(TrainingJobs jobs, Limits limits, Clock clock) {
		this.jobs = jobs;
		this.waiting = new Waiting(limits.longestWait());
		this.clock = clock;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "createTrainingJob", summary = "Train a network", description = """
			Starts a job and answers at once, or, with `Prefer: wait=10`, when the job has ended, if it does so within \
			ten seconds. Every field has a default: `{}` trains two moons with a 2-8-1 network.""")
	@ApiResponse(responseCode = "202", description = "The job is accepted and will be trained.",
			headers = @Header(name = "Location", description = "Where the job is.",
					schema = @Schema(type = "string", example = "/api/v1/training-jobs/example")))
	@ApiResponse(responseCode = "200", description = "The job has ended within the time the client wanted to wait.",
			headers = {
					@Header(name = "Location", description = "Where the job is.",
							schema = @Schema(type = "string", example = "/api/v1/training-jobs/example")),
					@Header(name = "Preference-Applied", description = "The preference that was honoured.",
							schema = @Schema(type = "string", example = "wait=10")) })
	@MayAnswer(Problem.TOO_BUSY)
	Pending<JobView> create(@RequestBody TrainingJobSpecification specification,
			@Parameter(description = "`wait=n` to wait up to n seconds for the end of the job (RFC 7240).",
					example = "wait=10") @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
		var job = jobs.submit(specification);
		return waiting.answer(job, JobLinks.self(job.id()), prefer, () -> view(job));
	}

	@GetMapping
	@Operation(operationId = "listTrainingJobs", summary = "List jobs", description = "The newest jobs first.")
	JobList list(
			@Parameter(description = "How many at most, 1 to 100.",
					example = "20") @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@Parameter(description = "Begin after this job.") @RequestParam(
					required = false) @Nullable TrainingJobId after,
			@Parameter(description = "Only jobs in this state.",
					example = "succeeded") @RequestParam(required = false) @Nullable JobState state) {
		var page = Page.of(jobs, after, limit, state);
		var now = clock.instant();
		return new JobList(page.shown().stream().map((job) -> JobList.Item.of(job, now)).toList(),
				page.next(JobLinks.JOBS));
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getTrainingJob", summary = "Look at a job", description = """
			Answers at once, or, with `?wait=10`, when the job has come into another state, at the latest after ten \
			seconds. A job that has ended is answered at once. `seen`, the number of `transitions` of the last answer, \
			makes sure that nothing is missed between two requests.""")
	Pending<JobView> get(@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@Parameter(
					description = "Seconds to wait for the next state; at most as long as the service waits (limits.longestWait).",
					example = "10") @RequestParam(required = false) @Min(0) @Nullable Integer wait,
			@Parameter(description = "With `wait`: how many transitions are known; as many as there are if absent.",
					example = "2") @RequestParam(required = false) @Min(0) @Nullable Integer seen) {
		var job = jobs.get(id);
		return waiting.answerAfter(job, seen, wait, () -> view(job));
	}

	@PostMapping("/{id}/cancel")
	@Operation(operationId = "cancelTrainingJob", summary = "End a job", description = """
			Ends a queued or running job where it is. What it recorded stays readable. A job that has ended cannot be \
			cancelled (409).""")
	@MayAnswer(Problem.CONFLICT)
	JobView cancel(@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id) {
		return view(jobs.cancel(id));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "deleteTrainingJob", summary = "Forget a job",
			description = "Forgets an ended job and its results. A job that has not ended must be cancelled first (409). The example is trained again at once.")
	@MayAnswer(Problem.CONFLICT)
	void delete(@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id) {
		jobs.delete(id);
	}

	private JobView view(TrainingJob job) {
		return JobView.of(job, jobs.expiresAt(job), clock.instant());
	}

}
