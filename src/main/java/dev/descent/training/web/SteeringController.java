package dev.descent.training.web;

import java.util.List;
import java.util.Map;

import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import dev.descent.training.specification.WeightEdit;
import dev.descent.web.MayAnswer;
import dev.descent.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(JobLinks.JOBS + "/{id}")
@Tag(name = "Steering")
class SteeringController {

	static final String MERGE_PATCH = "application/merge-patch+json";

	private final TrainingJobs jobs;

	private final JobViews views;

	SteeringController(TrainingJobs jobs, JobViews views) {
		this.jobs = jobs;
		this.views = views;
	}

	@PostMapping("/pause")
	@Operation(operationId = "pauseTrainingJob", summary = "Let a job stand still", description = """
			A queued or running job stands still until it is resumed. Its results can be read, and nothing is lost: it \
			goes on with the same bits.""")
	@MayAnswer(Problem.CONFLICT)
	JobView pause(@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id) {
		return views.of(jobs.pause(id));
	}

	@PostMapping("/resume")
	@Operation(operationId = "resumeTrainingJob", summary = "Let a paused job go on")
	@MayAnswer(Problem.CONFLICT)
	JobView resume(@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id) {
		return views.of(jobs.resume(id));
	}

	@PostMapping("/step")
	@Operation(operationId = "stepTrainingJob", summary = "Let a paused job go on for a while", description = """
			Makes so many updates, or goes to the end of so many epochs, evaluates what is due and pauses again. One \
			update if nothing is said.""")
	@MayAnswer(Problem.CONFLICT)
	JobView step(@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@Parameter(description = "How many updates, 1 to 1000000.",
					example = "1") @RequestParam(required = false) @Min(1) @Max(1_000_000) @Nullable Integer updates,
			@Parameter(description = "How many epochs, 1 to 1000000, in place of updates.") @RequestParam(
					required = false) @Min(1) @Max(1_000_000) @Nullable Integer epochs) {
		if (updates != null && epochs != null) {
			throw new RefusedException(List.of(Fault.ofParameter("epochs", "must not be given together with updates")));
		}
		int count = (epochs != null) ? epochs : (updates != null) ? updates : 1;
		return views.of(jobs.step(id, count, epochs != null));
	}

	@PatchMapping(consumes = { MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE })
	@Operation(operationId = "changeTrainingJob", summary = "Change a job",
			description = """
					Takes a JSON Merge Patch (RFC 7396) of the specification. Name and labels can be changed at any time. \
					Learning rate, epochs and all else that parameters and data do not depend on can be changed until the job \
					ends: an amendment, which the job's document tells with its step, so that the run can be repeated. An object \
					that is given another `type` is replaced.""")
	@MayAnswer(Problem.CONFLICT)
	JobView change(@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@RequestBody Map<String, @Nullable Object> patch) {
		return views.of(jobs.change(id, patch));
	}

	@PatchMapping(path = "/weights", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "editWeights", summary = "Set weights by hand", description = """
			Sets weights and biases of a paused job: an amendment, like any other change. A method that averages \
			starts anew from them.""")
	@MayAnswer(Problem.CONFLICT)
	JobView edit(@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@RequestBody WeightEdits edits) {
		return views.of(jobs.edit(id, edits.weights()));
	}

	@Schema(description = "Weights and biases to set.")
	record WeightEdits(@NotNull @Size(min = 1,
			max = 10_000) @Schema(description = "One entry for each.") List<@NotNull @Valid WeightEdit> weights) {
	}

}
