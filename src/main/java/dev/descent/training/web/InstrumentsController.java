package dev.descent.training.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import dev.descent.engine.analysis.Instrument;
import dev.descent.figure.web.GetDrawn;
import dev.descent.problem.ConflictException;
import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.training.Instruments;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import dev.descent.training.specification.InstrumentLevel;
import dev.descent.web.MayAnswer;
import dev.descent.web.Problem;
import dev.descent.web.UnchangedOnceEnded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(JobLinks.JOBS + "/{id}/instruments")
@Tag(name = "Records")
class InstrumentsController {

	private final TrainingJobs jobs;

	InstrumentsController(TrainingJobs jobs) {
		this.jobs = jobs;
	}

	@UnchangedOnceEnded
	@GetDrawn
	@Operation(operationId = "getInstruments", summary = "What goes on in each layer, per epoch",
			description = """
					Gradient and parameter norms, update ratios, dead and saturated units and more, as recorded at the level that \
					`recording.instruments` of the job asks for.""")
	@MayAnswer(Problem.CONFLICT)
	InstrumentsView instruments(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@Parameter(description = "Only this layer, from 0 for the first hidden one; all if absent.",
					example = "0") @RequestParam(required = false) @Min(0) @Nullable Integer layer,
			@Parameter(description = "Only these quantities; all that were recorded if absent.",
					array = @ArraySchema(schema = @Schema(type = "string",
							allowableValues = { "gradient_norm", "parameter_norm", "update_ratio",
									"distance_from_start", "dead_share", "saturated_share", "weight_mean",
									"weight_deviation", "activation_mean", "activation_deviation",
									"gradient_signal_to_noise" })),
					example = "update_ratio") @RequestParam(
							required = false) @Nullable List<@Nullable Instrument> quantity,
			@Parameter(description = "Show at most so many points, evenly spaced, 2 to 100000; all if absent.",
					example = "100") @RequestParam(
							required = false) @Min(2) @Max(100_000) @Nullable Integer maxPoints) {
		var instruments = recorded(jobs.get(id));
		return InstrumentsView.of(instruments.series(), layers(instruments, layer), wanted(quantity), maxPoints);
	}

	/** Those that are named; a name that is empty names none. */
	private static Set<Instrument> wanted(@Nullable List<@Nullable Instrument> named) {
		var wanted = EnumSet.noneOf(Instrument.class);
		if (named != null) {
			named.stream().filter(Objects::nonNull).forEach(wanted::add);
		}
		return wanted.isEmpty() ? EnumSet.allOf(Instrument.class) : wanted;
	}

	@UnchangedOnceEnded
	@GetDrawn("/histograms")
	@Operation(operationId = "getInstrumentHistograms",
			summary = "How weights and activations were spread over the epochs",
			description = "As recorded where `recording.instruments` of the job is `full`.")
	@MayAnswer(Problem.CONFLICT)
	InstrumentHistogramsView histograms(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@Parameter(description = "Only this layer, from 0 for the first hidden one; all if absent.",
					example = "0") @RequestParam(required = false) @Min(0) @Nullable Integer layer) {
		var instruments = recorded(jobs.get(id));
		var histograms = instruments.histograms();
		if (histograms.size() == 0) {
			throw new ConflictException(
					"The job records no histograms; ask for them with recording.instruments full when you post it, or fork it with that change.");
		}
		return InstrumentHistogramsView.of(histograms, layers(instruments, layer));
	}

	private static Instruments recorded(TrainingJob job) {
		var instruments = job.instruments();
		if (!instruments.isEmpty()) {
			return instruments;
		}
		if (job.specification().recording().instruments() == InstrumentLevel.NONE) {
			throw new ConflictException(
					"The job records no instruments; ask for them with recording.instruments economy or full when you post it, or fork it with that change.");
		}
		throw new ConflictException("The job has recorded nothing yet.");
	}

	private static List<Integer> layers(Instruments instruments, @Nullable Integer layer) {
		int depth = instruments.depth();
		if (layer == null) {
			return IntStream.range(0, depth).boxed().toList();
		}
		if (layer >= depth) {
			throw new RefusedException(
					List.of(Fault.ofParameter("layer", "must be below " + depth + ", the number of layers")));
		}
		return List.of(layer);
	}

}
