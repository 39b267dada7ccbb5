package dev.descent.insight.diagnosis.web;

import java.util.concurrent.CompletableFuture;

import dev.descent.figure.web.GetDrawn;
import dev.descent.insight.diagnosis.Diagnoses;
import dev.descent.insight.diagnosis.TrialReport;
import dev.descent.insight.diagnosis.Trials;
import dev.descent.limits.Limits;
import dev.descent.owner.CurrentOwner;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import dev.descent.training.web.JobLinks;
import dev.descent.training.web.JobView;
import dev.descent.training.web.JobViews;
import dev.descent.training.web.MakesJob;
import dev.descent.training.web.Waiting;
import dev.descent.web.MadeOnce;
import dev.descent.web.MadeOnce.Made;
import dev.descent.web.MayAnswer;
import dev.descent.web.Problem;
import dev.descent.web.UnchangedOnceEnded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong with a job, what to change, and whether that helped. */
@RestController
@RequestMapping(JobLinks.JOBS + "/{id}/diagnosis")
@Tag(name = "Diagnosis")
class DiagnosisController {

	private static final String FINDING = "What was found.";

	private static final String EXAMPLE = "learning_rate_too_low";

	private final TrainingJobs jobs;

	private final Diagnoses diagnoses;

	private final Trials trials;

	private final Waiting waiting;

	private final MadeOnce<TrainingJobId, TrainingJob> once;

	private final JobViews views;

	private final CurrentOwner owners;

	private record TrialOf(TrainingJobId tried, String finding) {
	}

	DiagnosisController(TrainingJobs jobs, Diagnoses diagnoses, Trials trials, Limits limits,
			MadeOnce<TrainingJobId, TrainingJob> once, JobViews views, CurrentOwner owners) {
		this.jobs = jobs;
		this.diagnoses = diagnoses;
		this.trials = trials;
		this.once = once;
		this.views = views;
		this.owners = owners;
		this.waiting = new Waiting(limits.longestWait());
	}

	@UnchangedOnceEnded
	@GetDrawn
	@Operation(operationId = "getDiagnosis", summary = "What is wrong with a run",
			description = """
					Named findings, the worst first, each with the numbers it was told by, an explanation at two levels, and a \
					changed job that is ready to be posted. It needs nothing that a job would have to record beforehand: it looks at \
					the losses, the data, and the layers at up to eight moments that were kept, in turn with the jobs that are \
					trained. A run that goes on is judged by what there is.""")
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<DiagnosisView> diagnosis(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id) {
		return diagnoses.of(jobs.get(id)).thenApply((diagnosis) -> DiagnosisView.of(id, diagnosis));
	}

	@PostMapping(path = "/{finding}/trial", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "tryCure", summary = "Try what a diagnosis advises", description = """
			Trains a new job as the cure of a finding says, on equal terms: same data, split, seeds and number of \
			epochs, and the same start where the network is the same. Afterwards, GET here tells whether it helped. A \
			job that does not have the finding is refused (409).""")
	@MakesJob
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<ResponseEntity<JobView>> begin(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@Parameter(description = FINDING, example = EXAMPLE) @PathVariable String finding,
			@Parameter(description = "`wait=n` to wait up to n seconds for the end of the new job (RFC 7240).",
					example = "wait=10") @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
			@Parameter(description = MadeOnce.DESCRIPTION) @Pattern(regexp = MadeOnce.PATTERN,
					message = MadeOnce.UNLIKE) @RequestHeader(name = MadeOnce.KEY,
							required = false) @Nullable String key) {
		var request = new TrialOf(id, finding);
		var earlier = once.earlier(key, request);
		if (earlier != null) {
			return answer(earlier, prefer);
		}
		var job = jobs.get(id);
		return trials.cure(job, finding)
			.thenCompose(owners
				.carry((cure) -> answer(once.make(key, request, () -> trials.begin(job, finding, cure)), prefer)));
	}

	private CompletableFuture<ResponseEntity<JobView>> answer(Made<TrainingJob> made, @Nullable String prefer) {
		var job = made.value();
		return waiting.answer(made, JobLinks.self(job.id()), prefer, () -> views.of(job)).later();
	}

	@GetMapping(path = "/{finding}/trial", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getTrial", summary = "Whether the advice helped", description = """
			The latest trial of a finding beside the job itself: what was equal, both results, whether the finding is \
			still there, and a verdict.""")
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<TrialReport> report(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@Parameter(description = FINDING, example = EXAMPLE) @PathVariable String finding) {
		return trials.report(jobs.get(id), finding);
	}

}
