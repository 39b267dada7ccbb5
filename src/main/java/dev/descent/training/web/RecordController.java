package dev.descent.training.web;

import java.util.concurrent.CompletableFuture;

import dev.descent.figure.web.GetDrawn;
import dev.descent.training.Replays;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import dev.descent.web.MayAnswer;
import dev.descent.web.Problem;
import dev.descent.web.UnchangedOnceEnded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(JobLinks.JOBS + "/{id}")
@Tag(name = "Records")
class RecordController {

	private final TrainingJobs jobs;

	private final Replays replays;

	RecordController(TrainingJobs jobs, Replays replays) {
		this.jobs = jobs;
		this.replays = replays;
	}

	@UnchangedOnceEnded
	@GetDrawn("/loss-history")
	@Operation(operationId = "getLossHistory", summary = "Losses and metrics per epoch")
	@MayAnswer(Problem.CONFLICT)
	LossHistoryView lossHistory(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@Parameter(description = """
					Show at most so many points, 8 to 100000: the first, the last, the extremes of every loss, and \
					the lowest and highest training loss of each stretch between. All if absent.""",
					example = "100") @RequestParam(
							required = false) @Min(8) @Max(100_000) @Nullable Integer maxPoints) {
		return LossHistoryView.of(jobs.get(id), maxPoints);
	}

	@UnchangedOnceEnded
	@GetMapping("/weights")
	@Operation(operationId = "getWeights", summary = "Weights and biases")
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<WeightsView> weights(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@ParameterObject @Valid MomentQuery at) {
		return replays.at(jobs.get(id), at.epoch(), at.step()).thenApply(WeightsView::of);
	}

	@UnchangedOnceEnded
	@GetMapping("/checkpoints")
	@Operation(operationId = "getCheckpoints", summary = "The epochs that are kept")
	CheckpointsView checkpoints(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id) {
		return CheckpointsView.of(jobs.get(id).checkpoints());
	}

}
