package dev.descent.insight.trace.web;

import java.util.concurrent.CompletableFuture;

import dev.descent.figure.CsvTable;
import dev.descent.figure.Document;
import dev.descent.figure.web.Drawn;
import dev.descent.figure.web.FigureTypes;
import dev.descent.insight.trace.Trace;
import dev.descent.insight.trace.TraceSpecification;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import dev.descent.training.UpdateTraces;
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
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * One update, number by number. {@code NotNull} lets all arguments be checked together,
 * so that all faults of a query are told at once.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Insights")
class TraceController {

	private final TrainingJobs jobs;

	private final UpdateTraces traces;

	TraceController(TrainingJobs jobs, UpdateTraces traces) {
		this.jobs = jobs;
		this.traces = traces;
	}

	@UnchangedOnceEnded
	@Drawn
	@GetMapping(path = "/training-jobs/{id}/trace",
			produces = { MediaType.APPLICATION_JSON_VALUE, Document.MARKDOWN, Document.LATEX, CsvTable.MEDIA_TYPE,
					FigureTypes.PLOTLY, MediaType.IMAGE_PNG_VALUE, FigureTypes.SVG, MediaType.TEXT_PLAIN_VALUE })
	@Operation(operationId = "getTrace", summary = "One update, number by number",
			description = """
					The forward pass of a sample (or of the whole batch), the loss, the backward pass, and what became of every \
					parameter: the gradient with penalties, noise and clipping, what the method remembered and remembers, the \
					change and the new value. Each number has its formula, and the formula with the numbers in it. The update is \
					made once more for it, with the same bits. The one at which a run diverged can be asked for too.""")
	@ApiResponse(responseCode = "200", description = "The update.",
			content = @Content(schema = @Schema(oneOf = TraceView.class)))
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<TraceAnswer> trace(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@ParameterObject @Valid @NotNull TraceQuery query) {
		return traces.of(jobs.get(id), query.step())
			.thenApply((traced) -> new TraceAnswer(Trace.of(traced, query.request()), query.digits()));
	}

	@Drawn
	@PostMapping(path = "/traces", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = { MediaType.APPLICATION_JSON_VALUE, Document.MARKDOWN, Document.LATEX, CsvTable.MEDIA_TYPE,
					FigureTypes.PLOTLY, MediaType.IMAGE_PNG_VALUE, FigureTypes.SVG, MediaType.TEXT_PLAIN_VALUE })
	@Operation(operationId = "traceUpdate", summary = "One update of a network of your own, number by number",
			description = """
					The same for a network, parameters and samples that the request brings, without a job. `{}` is a \
					classroom example: XOR, two hidden units, numbers with one digit.""")
	@ApiResponse(responseCode = "200", description = "The update.",
			content = @Content(schema = @Schema(oneOf = TraceView.class)))
	@MayAnswer({ Problem.NOT_FOUND, Problem.TOO_BUSY })
	CompletableFuture<TraceAnswer> trace(@RequestBody TraceSpecification specification,
			@ParameterObject @Valid @NotNull TraceQuery query) {
		return traces.of(specification.job(), query.stepOr(1))
			.thenApply((traced) -> new TraceAnswer(Trace.of(traced, query.request()), query.digits()));
	}

}
