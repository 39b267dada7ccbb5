package dev.descent.insight.web;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.descent.insight.Evaluations;
import dev.descent.insight.Insights;
import dev.descent.insight.Predictions;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.training.Replays;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import dev.descent.web.CsvTable;
import dev.descent.web.MayAnswer;
import dev.descent.web.Problem;
import dev.descent.web.UnchangedOnceEnded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/training-jobs/{id}")
@Tag(name = "Insights")
class InsightController {

	private final TrainingJobs jobs;

	private final Replays replays;

	private final Insights insights;

	InsightController(TrainingJobs jobs, Replays replays, Insights insights) {
		this.jobs = jobs;
		this.replays = replays;
		this.insights = insights;
	}

	@UnchangedOnceEnded
	@GetMapping(path = "/boundary", produces = { MediaType.APPLICATION_JSON_VALUE, CsvTable.MEDIA_TYPE })
	@Operation(operationId = "getBoundary", summary = "Decision boundary",
			description = "The outputs on a grid over the plane of the two features. Other numbers of features: 409.")
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<BoundaryView> boundary(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@Parameter(description = "After so many epochs; the present moment if neither epoch nor step is given.",
					example = "0") @RequestParam(required = false) @Min(0) @Nullable Integer epoch,
			@Parameter(description = "After so many updates, in place of an epoch.") @RequestParam(
					required = false) @Min(0) @Nullable Long step,
			@Parameter(description = "Points along each axis, 2 to 200; what the job says if absent.",
					example = "20") @RequestParam(required = false) @Min(2) @Max(200) @Nullable Integer resolution) {
		return replays.at(jobs.get(id), epoch, step)
			.thenApply((moment) -> BoundaryView.of(insights.boundary(moment, resolution)));
	}

	@UnchangedOnceEnded
	@GetMapping("/evaluation")
	@Operation(operationId = "getEvaluation", summary = "Loss, accuracy, confusion matrix or R2 of each part")
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<Evaluations> evaluation(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@Parameter(description = "After so many epochs; the present moment if neither epoch nor step is given.",
					example = "0") @RequestParam(required = false) @Min(0) @Nullable Integer epoch,
			@Parameter(description = "After so many updates, in place of an epoch.") @RequestParam(
					required = false) @Min(0) @Nullable Long step) {
		return replays.at(jobs.get(id), epoch, step).thenApply(insights::evaluation);
	}

	@PostMapping(path = "/predictions", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "predict", summary = "Outputs for new inputs")
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<Predictions> predictions(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@RequestBody PredictionRequest request) {
		return replays.at(jobs.get(id), request.epoch(), request.step())
			.thenApply((moment) -> insights.predictions(moment, request.inputs()));
	}

	@Schema(description = "New inputs for a trained network.")
	record PredictionRequest(@NotNull @Size(min = 1, max = 100_000) @Schema(
			description = "A row for each input with a value for each column of the dataset, unscaled.",
			example = "[[0.5, 0.1], [1.0, -0.5]]") List<? extends @Nullable List<? extends @Nullable Double>> inputs,
			@Min(0) @Schema(
					description = "After so many epochs; the present moment if neither epoch nor step is given.",
					example = "null") @Nullable Integer epoch,
			@Min(0) @Max(1_000_000_000_000_000L) @Schema(description = "After so many updates, in place of an epoch.",
					example = "null") @Nullable Long step)
			implements
				SelfChecking {

		@Override
		public void check(Faults faults) {
			faults.at("step").require(epoch == null || step == null, "must not be given together with epoch");
		}

	}

}
