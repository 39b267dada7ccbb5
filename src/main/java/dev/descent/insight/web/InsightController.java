package dev.descent.insight.web;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import dev.descent.figure.Illustrated;
import dev.descent.figure.web.GetAnimated;
import dev.descent.figure.web.GetDrawn;
import dev.descent.insight.Evaluations;
import dev.descent.insight.Histograms;
import dev.descent.insight.Insights;
import dev.descent.insight.Predictions;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.training.Checkpoint;
import dev.descent.training.Replays;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import dev.descent.training.web.MomentQuery;
import dev.descent.web.MayAnswer;
import dev.descent.web.Problem;
import dev.descent.web.UnchangedOnceEnded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
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
	@GetAnimated("/boundary")
	@Operation(operationId = "getBoundary", summary = "Decision boundary", description = """
			The outputs on a grid over the plane of two features, with the data; over the only one, where there is but \
			one. With `format=frames` at all moments that are kept.""")
	@ApiResponse(responseCode = "200", description = "The boundary, or with `format=frames` how it came about.",
			content = @Content(schema = @Schema(oneOf = { BoundaryView.class, BoundaryFrames.class })))
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<? extends Illustrated> boundary(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@ParameterObject @Valid MomentQuery at, @ParameterObject @Valid PlaneQuery plane,
			@Parameter(description = "Whether one moment is shown or how it came about; `image/gif` needs frames.",
					schema = @Schema(type = "string", allowableValues = { "still", "frames" }, defaultValue = "still"),
					example = "still") @RequestParam(defaultValue = "still") Format format,
			@Parameter(description = "Of all moments that are kept, at most so many, evenly spaced, 1 to 64.",
					example = "32") @RequestParam(defaultValue = "32") @Min(1) @Max(64) int frames) {
		var job = jobs.get(id);
		if (format == Format.FRAMES) {
			at.requireAbsent("frames are those of all moments that are kept");
			return CompletableFuture.completedFuture(frames(job, plane, frames));
		}
		return replays.at(job, at.epoch(), at.step())
			.thenApply((moment) -> BoundaryView.of(insights.boundary(moment, plane.wanted(usual(moment)))));
	}

	private BoundaryFrames frames(TrainingJob job, PlaneQuery plane, int count) {
		var kept = job.moments();
		int usual = usual(kept.getLast());
		int shown = Math.min(count, kept.size());
		var moments = IntStream.rangeClosed(1, shown)
			.mapToObj((i) -> kept.get((shown == 1) ? kept.size() - 1 : (i - 1) * (kept.size() - 1) / (shown - 1)))
			.toList();
		return BoundaryFrames
			.of(insights.boundaries(moments, plane.wanted(usual)).stream().map(BoundaryView::of).toList());
	}

	/** The resolution that the job asks for. */
	private static int usual(Checkpoint moment) {
		return moment.experiment().specification().recording().boundaryResolution();
	}

	@UnchangedOnceEnded
	@GetDrawn("/neuron-maps")
	@Operation(operationId = "getNeuronMaps", summary = "What every unit says over the plane of two features")
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<NeuronMapsView> neuronMaps(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@ParameterObject @Valid MomentQuery at, @ParameterObject @Valid PlaneQuery plane,
			@Parameter(description = "Only this layer, from 0 for the first hidden one; all if absent.",
					example = "0") @RequestParam(required = false) @Min(0) @Nullable Integer layer) {
		return replays.at(jobs.get(id), at.epoch(), at.step())
			.thenApply((moment) -> NeuronMapsView.of(insights.neuronMaps(moment, plane.wanted(20), layer)));
	}

	@UnchangedOnceEnded
	@GetDrawn("/warp")
	@Operation(operationId = "getWarp", summary = "Where two units send the inputs",
			description = """
					A grid over two features and all samples, as a pair of units of one layer sees them: the space in which the \
					next layer draws its lines.""")
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<WarpView> warp(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@ParameterObject @Valid MomentQuery at, @ParameterObject @Valid PlaneQuery plane,
			@Parameter(description = "The layer, from 0 for the first hidden one.",
					example = "0") @RequestParam(defaultValue = "0") @Min(0) int layer,
			@Parameter(description = "The unit from left to right, from 0.",
					example = "0") @RequestParam(defaultValue = "0") @Min(0) int first,
			@Parameter(description = "The unit from below to above, from 0.",
					example = "1") @RequestParam(defaultValue = "1") @Min(0) int second) {
		return replays.at(jobs.get(id), at.epoch(), at.step())
			.thenApply((moment) -> WarpView.of(insights.warp(moment, plane.wanted(20), layer, first, second)));
	}

	@UnchangedOnceEnded
	@GetDrawn("/histograms")
	@Operation(operationId = "getHistograms", summary = "How weights and gradients are spread")
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<Histograms> histograms(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@ParameterObject @Valid MomentQuery at, @Parameter(description = "Bins of each histogram, 1 to 200.",
					example = "30") @RequestParam(defaultValue = "30") @Min(1) @Max(200) int bins) {
		return replays.at(jobs.get(id), at.epoch(), at.step()).thenApply((moment) -> insights.histograms(moment, bins));
	}

	@UnchangedOnceEnded
	@GetDrawn("/evaluation")
	@Operation(operationId = "getEvaluation", summary = "Loss, accuracy, confusion matrix or R2 of each part")
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<Evaluations> evaluation(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@ParameterObject @Valid MomentQuery at) {
		return replays.at(jobs.get(id), at.epoch(), at.step()).thenApply(insights::evaluation);
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
