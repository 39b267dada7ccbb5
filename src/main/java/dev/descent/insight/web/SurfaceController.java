package dev.descent.insight.web;

import java.util.concurrent.CompletableFuture;

import dev.descent.figure.Illustrated;
import dev.descent.figure.web.GetAnimated;
import dev.descent.figure.web.GetDrawn;
import dev.descent.insight.surface.LossSurfaces;
import dev.descent.training.Replays;
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
import jakarta.validation.constraints.NotNull;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The loss around the parameters of a job. {@code NotNull} lets all arguments be checked
 * together, so that all faults of a query are told at once.
 */
@RestController
@RequestMapping("/api/v1/training-jobs/{id}")
@Tag(name = "Insights")
class SurfaceController {

	private final TrainingJobs jobs;

	private final Replays replays;

	private final LossSurfaces surfaces;

	SurfaceController(TrainingJobs jobs, Replays replays, LossSurfaces surfaces) {
		this.jobs = jobs;
		this.replays = replays;
		this.surfaces = surfaces;
	}

	@GetAnimated("/loss-surface")
	@Operation(operationId = "getLossSurface", summary = "The loss on a plane, with the path of the run",
			description = """
					The mean loss over a plane through the parameters of a moment, and the path of the run (and of others) on \
					it, with the true loss at each point and how far it is from the plane: `fidelity` says whether the \
					picture can be trusted. Worked out in turn with the jobs that are trained. With `format=frames` the \
					figures move.""")
	@ApiResponse(responseCode = "200", description = "The surface.",
			content = @Content(schema = @Schema(oneOf = LossSurfaceView.class)))
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<? extends Illustrated> surface(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@ParameterObject @Valid @NotNull MomentQuery at, @ParameterObject @Valid SurfaceQuery query,
			@Parameter(description = "Whether one moment is shown or how it came about; `image/gif` needs frames.",
					schema = @Schema(type = "string", allowableValues = { "still", "frames" }, defaultValue = "still"),
					example = "still") @RequestParam(defaultValue = "still") Format format) {
		var job = jobs.get(id);
		return replays.at(job, at.epoch(), at.step())
			.thenCompose((moment) -> surfaces.surface(job, moment, query.others(), query.request()))
			.thenApply(LossSurfaceView::of)
			.thenApply((surface) -> (format == Format.FRAMES) ? new MovingSurface(surface) : surface);
	}

	@GetDrawn("/loss-slice")
	@Operation(operationId = "getLossSlice", summary = "The loss along a line",
			description = """
					The mean losses along a line through the parameters of a moment: in a random direction, along the path or one \
					parameter, or on the straight way to another job with the same network, data and loss.""")
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<LossSliceView> slice(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@ParameterObject @Valid @NotNull MomentQuery at, @ParameterObject @Valid SliceQuery query) {
		var job = jobs.get(id);
		return replays.at(job, at.epoch(), at.step())
			.thenCompose((moment) -> surfaces.slice(job, moment, query.goal(), query.request()))
			.thenApply(LossSliceView::of);
	}

}
