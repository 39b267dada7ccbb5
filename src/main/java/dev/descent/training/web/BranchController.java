package dev.descent.training.web;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import dev.descent.limits.Limits;
import dev.descent.owner.CurrentOwner;
import dev.descent.training.Replays;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.web.MadeOnce;
import dev.descent.web.MadeOnce.Made;
import dev.descent.web.MayAnswer;
import dev.descent.web.Pending;
import dev.descent.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** New jobs from old ones. */
@RestController
@RequestMapping(JobLinks.JOBS + "/{id}")
@Tag(name = "Steering")
class BranchController {

	private final TrainingJobs jobs;

	private final Replays replays;

	private final Waiting waiting;

	private final MadeOnce<TrainingJobId, TrainingJob> once;

	private final JobViews views;

	private final CurrentOwner owners;

	private record Fork(TrainingJobId forked, MomentQuery at, Map<String, @Nullable Object> patch) {
	}

	private record Continuation(TrainingJobId continued, int epochs) {
	}

	private record Rerun(TrainingJobId rerun) {
	}

	BranchController(TrainingJobs jobs, Replays replays, Limits limits, MadeOnce<TrainingJobId, TrainingJob> once,
			JobViews views, CurrentOwner owners) {
		this.jobs = jobs;
		this.replays = replays;
		this.once = once;
		this.views = views;
		this.owners = owners;
		this.waiting = new Waiting(limits.longestWait());
	}

	@GetMapping("/document")
	@Operation(operationId = "getTrainingJobDocument", summary = "All that makes a run what it is", description = """
			The specification with every default and seed, and every amendment with its step. Posted as a training \
			job, it gives the same numbers, bit for bit.""")
	TrainingJobSpecification document(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id) {
		return jobs.get(id).document();
	}

	@PostMapping(path = "/fork", consumes = { SteeringController.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE },
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "forkTrainingJob", summary = "Go on from any moment of a job in another way",
			description = """
					Makes a new job that has all of this one up to a moment, and goes on from there. The body is a JSON \
					Merge Patch (RFC 7396) of the specification, `{}` to change nothing: an amendment of the new job. \
					The old job is not touched. If the moment was not kept, it is computed first.""")
	@ApiResponse(responseCode = "202", description = "The new job is accepted.",
			headers = {
					@Header(name = "Location", description = "Where it is.",
							schema = @Schema(type = "string", example = "/api/v1/training-jobs/example")),
					@Header(name = MadeOnce.REPLAYED, description = MadeOnce.REPLAYED_DESCRIPTION,
							schema = @Schema(type = "string", example = "true")) })
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<ResponseEntity<JobView>> fork(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@ParameterObject @Valid MomentQuery at, @RequestBody Map<String, @Nullable Object> patch,
			@Parameter(description = MadeOnce.DESCRIPTION) @Pattern(regexp = MadeOnce.PATTERN,
					message = MadeOnce.UNLIKE) @RequestHeader(name = MadeOnce.KEY,
							required = false) @Nullable String key) {
		var request = new Fork(id, at, patch);
		var earlier = once.earlier(key, request);
		if (earlier != null) {
			return CompletableFuture.completedFuture(forked(earlier));
		}
		var job = jobs.get(id);
		return replays.at(job, at.epoch(), at.step())
			.thenApply(owners.carry((moment) -> forked(once.make(key, request, () -> jobs.fork(job, moment, patch)))));
	}

	private ResponseEntity<JobView> forked(Made<TrainingJob> made) {
		var location = URI.create(JobLinks.self(made.value().id()));
		return made.announce(ResponseEntity.accepted().location(location)).body(views.of(made.value()));
	}

	@PostMapping(path = "/continue", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "continueTrainingJob", summary = "Train an ended job for more epochs", description = """
			Makes a new job that goes on where this one ended. If early stopping or a target loss ended it, that rule \
			no longer holds. A job that diverged, failed or converged cannot be continued (409); fork it.""")
	@MakesJob
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	Pending<JobView> continued(@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@Parameter(description = "How many more epochs, 1 to 100000000; 100 if absent.",
					example = "100") @RequestParam(required = false) @Min(1) @Max(100_000_000) @Nullable Integer epochs,
			@Parameter(description = "`wait=n` to wait up to n seconds for the end of the new job (RFC 7240).",
					example = "wait=10") @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
			@Parameter(description = MadeOnce.DESCRIPTION) @Pattern(regexp = MadeOnce.PATTERN,
					message = MadeOnce.UNLIKE) @RequestHeader(name = MadeOnce.KEY,
							required = false) @Nullable String key) {
		int more = Objects.requireNonNullElse(epochs, 100);
		return answer(once.make(key, new Continuation(id, more), () -> jobs.continued(id, more)), prefer);
	}

	@PostMapping(path = "/rerun", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "rerunTrainingJob", summary = "Train a job again from its start", description = """
			Makes a new job with the same document: the same initial parameters and amendments, and so the same \
			numbers.""")
	@MakesJob
	@MayAnswer(Problem.TOO_BUSY)
	Pending<JobView> rerun(@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@Parameter(description = "`wait=n` to wait up to n seconds for the end of the new job (RFC 7240).",
					example = "wait=10") @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
			@Parameter(description = MadeOnce.DESCRIPTION) @Pattern(regexp = MadeOnce.PATTERN,
					message = MadeOnce.UNLIKE) @RequestHeader(name = MadeOnce.KEY,
							required = false) @Nullable String key) {
		return answer(once.make(key, new Rerun(id), () -> jobs.rerun(id)), prefer);
	}

	private Pending<JobView> answer(Made<TrainingJob> made, @Nullable String prefer) {
		var job = made.value();
		return waiting.answer(made, JobLinks.self(job.id()), prefer, () -> views.of(job));
	}

}
