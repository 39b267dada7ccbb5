package dev.descent.insight.curvature.web;

import java.util.concurrent.CompletableFuture;

import dev.descent.figure.Illustrated;
import dev.descent.figure.web.GetDrawn;
import dev.descent.insight.curvature.Curvatures;
import dev.descent.insight.curvature.GradientChecks;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Derivatives of the objective of a job. {@code NotNull} lets all arguments be checked
 * together, so that all faults of a query are told at once.
 */
@RestController
@RequestMapping("/api/v1/training-jobs/{id}")
@Tag(name = "Insights")
class CurvatureController {

	private final TrainingJobs jobs;

	private final Replays replays;

	private final GradientChecks checks;

	private final Curvatures curvatures;

	CurvatureController(TrainingJobs jobs, Replays replays, GradientChecks checks, Curvatures curvatures) {
		this.jobs = jobs;
		this.replays = replays;
		this.checks = checks;
		this.curvatures = curvatures;
	}

	@UnchangedOnceEnded
	@GetDrawn("/gradient-check")
	@Operation(operationId = "getGradientCheck", summary = "Whether backpropagation is right",
			description = """
					Backpropagation's derivatives of the objective at the parameters of a moment, beside central differences: for \
					every parameter, or some of each layer, with what rounding and the length of the step explain. Where the \
					function has a corner there is no derivative to compare with, and that is told apart from errors.""")
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<GradientCheckView> gradientCheck(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@ParameterObject @Valid @NotNull MomentQuery at,
			@ParameterObject @Valid @NotNull GradientCheckQuery query) {
		var job = jobs.get(id);
		return replays.at(job, at.epoch(), at.step())
			.thenCompose((moment) -> checks.check(job, moment, query.request()))
			.thenApply(GradientCheckView::of);
	}

	@UnchangedOnceEnded
	@GetDrawn("/curvature")
	@Operation(operationId = "getCurvature",
			summary = "Eigenvalues of the Hessian, and what they mean for the learning rate",
			description = """
					The largest and smallest eigenvalues of the Hessian of the objective at the parameters of a moment, its trace, and \
					the largest learning rate at which descent is stable beside the one in use. In small networks all eigenvalues; in \
					large ones those at both ends by products of the Hessian with vectors (Lanczos), which is never formed. With \
					`format=history` the largest one at moments that are kept.""")
	@ApiResponse(responseCode = "200", description = "The curvature, or with `format=history` how it changed.",
			content = @Content(schema = @Schema(oneOf = { CurvatureView.class, CurvatureHistoryView.class })))
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<? extends Illustrated> curvature(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@ParameterObject @Valid @NotNull MomentQuery at, @ParameterObject @Valid @NotNull CurvatureQuery query,
			@Parameter(description = "Whether one moment is looked at or the whole run.",
					schema = @Schema(type = "string", allowableValues = { "moment", "history" },
							defaultValue = "moment"),
					example = "moment") @RequestParam(defaultValue = "moment") CurvatureFormat format,
			@Parameter(
					description = "For a history: of all moments that are kept, at most so many, evenly spaced, 1 to 64.",
					example = "16") @RequestParam(defaultValue = "16") @Min(1) @Max(64) int moments) {
		var job = jobs.get(id);
		if (format == CurvatureFormat.HISTORY) {
			at.requireAbsent("a history is that of all moments that are kept");
			return curvatures.history(job, moments, query.request()).thenApply(CurvatureHistoryView::of);
		}
		var request = query.request();
		return replays.at(job, at.epoch(), at.step())
			.thenCompose((moment) -> curvatures.at(job, moment, request))
			.thenApply((curvature) -> CurvatureView.of(curvature, request.upper()));
	}

}
