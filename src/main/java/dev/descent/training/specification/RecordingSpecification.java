package dev.descent.training.specification;

import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

@Schema(description = "How much of the run is kept.")
public record RecordingSpecification(
		@Min(2) @Max(256) @Schema(description = """
				How many epochs' parameters are kept at most, evenly spaced; fewer where the network is large.""",
				example = "64") Integer checkpoints,
		@Min(1) @Max(100_000) @Schema(
				description = "Epochs between two evaluations of loss and metric over all samples; the last epoch is always evaluated.",
				example = "1") Integer evaluateEvery,
		@Min(2) @Max(200) @Schema(
				description = "Points along each axis of a boundary, unless a request asks for others.",
				example = "50") Integer boundaryResolution,
		@Schema(description = """
				What is recorded of every layer at each evaluated epoch: nothing; with `economy` the norms of gradient and \
				parameters, update ratio, distance from the start, dead and saturated units; with `full` also the statistics and \
				histograms of weights and activations, and how far the gradient stands out of its noise.""",
				example = "none") InstrumentLevel instruments) {

	/** What it is if nothing is given. */
	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	public static final RecordingSpecification DEFAULT = new RecordingSpecification(null, null, null, null);

	public RecordingSpecification {
		checkpoints = Objects.requireNonNullElse(checkpoints, 64);
		evaluateEvery = Objects.requireNonNullElse(evaluateEvery, 1);
		boundaryResolution = Objects.requireNonNullElse(boundaryResolution, 50);
		instruments = Objects.requireNonNullElse(instruments, InstrumentLevel.NONE);
	}

	/** The same with another level of instruments. */
	RecordingSpecification with(InstrumentLevel instruments) {
		return new RecordingSpecification(checkpoints, evaluateEvery, boundaryResolution, instruments);
	}

}
