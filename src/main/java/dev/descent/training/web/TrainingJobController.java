package dev.descent.training.web;

import java.time.Clock;
import java.time.InstantSource;
import java.util.List;

import dev.descent.limits.Limits;
import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.training.TrainingEstimates;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.web.MadeOnce;
import dev.descent.web.MayAnswer;
import dev.descent.web.Pending;
import dev.descent.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

	private final TrainingEstimates estimates;

	private final Waiting waiting;

	private final MadeOnce<TrainingJobId, TrainingJob> once;

	private final JobViews views;

	private final InstantSource clock;

	TrainingJobController(TrainingJobs jobs, TrainingEstimates estimates, Limits limits,
			MadeOnce<TrainingJobId, TrainingJob> once, JobViews views, Clock clock) {
		this.jobs = jobs;
		this.estimates = estimates;
		this.waiting = new Waiting(limits.longestWait());
		this.once = once;
		this.views = views;
		this.clock = clock;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "createTrainingJob", summary = "Train a network", description = """
			Starts a job and answers at once, or, with `Prefer: wait=10`, when the job has ended, if it does so within \
			ten seconds. Every field has a default: `{}` trains two moons with a 2-8-1 network.""")
	@ApiResponse(responseCode = "202", description = "The job is accepted and will be trained.",
			content = @Content(schema = @Schema(implementation = JobView.class)),
			headers = {
					@Header(name = "Location", description = "Where the job is.",
							schema = @Schema(type = "string", example = "/api/v1/training-jobs/example")),
					@Header(name = MadeOnce.REPLAYED, description = MadeOnce.REPLAYED_DESCRIPTION,
							schema = @Schema(type = "string", example = "true")) })
	@ApiResponse(responseCode = "200", description = """
			The job has ended: within the time the client wanted to wait, or before an earlier request was \
			sent again. With `dryRun=true`: what the job would be and take.""",
			content = @Content(schema = @Schema(oneOf = { JobView.class, DryRunView.class })),
			headers = {
					@Header(name = "Location", description = "Where the job is.",
							schema = @Schema(type = "string", example = "/api/v1/training-jobs/example")),
					@Header(name = "Preference-Applied", description = "The preference that was honoured.",
							schema = @Schema(type = "string", example = "wait=10")),
					@Header(name = MadeOnce.REPLAYED, description = MadeOnce.REPLAYED_DESCRIPTION,
							schema = @Schema(type = "string", example = "true")) })
	@MayAnswer(Problem.TOO_BUSY)
	Pending<?> create(@RequestBody TrainingJobSpecification specification,
			@Parameter(description = "Whether only to look at what the job would be and take, without making it.",
					schema = @Schema(type = "boolean", defaultValue = "false")) @RequestParam(
							required = false) @Nullable String dryRun,
			@Parameter(description = "`wait=n` to wait up to n seconds for the end of the job (RFC 7240).",
					example = "wait=10") @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
			@Parameter(description = MadeOnce.DESCRIPTION) @Pattern(regexp = MadeOnce.PATTERN,
					message = MadeOnce.UNLIKE) @RequestHeader(name = MadeOnce.KEY,
							required = false) @Nullable String key) {
		if ("true".equals(dryRun)) {
			return Pending.now(ResponseEntity.ok(DryRunView.of(estimates.of(specification))));
		}
		if (dryRun != null && !dryRun.equals("false")) {
			throw new RefusedException(List.of(Fault.ofParameter("dryRun", "must be true or false")));
		}
		var made = once.make(key, specification, () -> jobs.submit(specification));
		var job = made.value();
		return waiting.answer(made, JobLinks.self(job.id()), prefer, () -> views.of(job));
	}

	@GetMapping
	@Operation(operationId = "listTrainingJobs", summary = "List jobs")
	@MayAnswer(Problem.NOT_FOUND)
	@SelectsJobs
	JobList list(
			@Parameter(description = "How many at most, 1 to 100.",
					example = "20") @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@Parameter(description = "Begin after this job, or where the link to the next page says.") @RequestParam(
					required = false) @Nullable String after,
			@Parameter(description = "In the order of this; with a minus the last comes first.",
					schema = @Schema(allowableValues = { JobSort.NEWEST, JobSort.OLDEST, JobSort.NAME }),
					example = JobSort.NAME) @RequestParam(defaultValue = JobSort.NEWEST) String sort,
			@Parameter(hidden = true) JobSelection selection) {
		var page = new Page(selection, sort, after, limit);
		var found = page.of(jobs, TrainingJobId::valueOf);
		var now = clock.instant();
		return new JobList(found.jobs().stream().map((job) -> JobList.Item.of(job, now)).toList(),
				page.next(JobLinks.JOBS, found));
	}

	@PostMapping("/cancel")
	@Operation(operationId = "cancelTrainingJobs", summary = "End several jobs", description = """
			Ends all jobs that match; at least one filter, or `all=true`, must say which. Those that have ended \
			already are left and told.""")
	@SelectsJobs
	Bulk cancelAll(@Parameter(hidden = true) JobSelection selection,
			@Parameter(description = "Whether all are meant; not beside a filter.") @RequestParam(
					defaultValue = "false") boolean all) {
		return Bulk.of(jobs, selection, all, (job) -> jobs.cancel(job.id()));
	}

	@DeleteMapping
	@Operation(operationId = "deleteTrainingJobs", summary = "Forget several jobs", description = """
			Forgets all jobs that match, with their results; at least one filter, or `all=true`, must say which. \
			Those that have not ended are left and told.""")
	@SelectsJobs
	Bulk deleteAll(@Parameter(hidden = true) JobSelection selection,
			@Parameter(description = "Whether all are meant; not beside a filter.") @RequestParam(
					defaultValue = "false") boolean all) {
		return Bulk.of(jobs, selection, all, (job) -> jobs.delete(job.id()));
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
		return waiting.answerAfter(job, seen, wait, () -> views.of(job));
	}

	@PostMapping("/{id}/cancel")
	@Operation(operationId = "cancelTrainingJob", summary = "End a job",
			description = """
					Ends a queued, running or paused job where it is. What it recorded stays readable. A job that has ended cannot be \
					cancelled (409).""")
	@MayAnswer(Problem.CONFLICT)
	JobView cancel(@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id) {
		return views.of(jobs.cancel(id));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "deleteTrainingJob", summary = "Forget a job",
			description = "Forgets an ended job and its results. A job that has not ended must be cancelled first (409). The example is trained again at once.")
	@MayAnswer(Problem.CONFLICT)
	void delete(@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id) {
		jobs.delete(id);
	}

}
