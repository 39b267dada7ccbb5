package dev.descent.training.web;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.descent.engine.training.StopReason;
import dev.descent.training.JobState;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = """
		The events of a stream: each field stands for an event of its name (`event:`), with its data (`data:`).""")
record TrainingJobEvents(@Schema(description = "The job came into a state.") @Nullable StateChange state,
		@Schema(description = "The job has gone on; the newest numbers.") @Nullable Progress progress,
		@Schema(description = "A moment was kept; others may have been since the last event.") @Nullable Kept checkpoint,
		@Schema(description = "The decision boundary has moved; only if asked for.") @Nullable BoundaryFrame boundary,
		@Schema(description = "No boundary events will come.") @Nullable Refusal boundaryRefused,
		@Schema(description = "Nothing more will come; always the last event.") @Nullable End end) {

	@Schema(description = "A state the job came into.")
	record StateChange(@Schema(description = "The state.", example = "running") JobState state,
			@Schema(description = "Since when (UTC).", example = "2026-01-01T12:00:00Z") Instant at,
			@Schema(description = "Why the job ended; null unless the state is final.",
					example = "completed") @Nullable StopReason stopReason,
			@Schema(description = "The condition of the breakpoint that hit; null if there was none.",
					example = "null") @Nullable String breakpoint) {
	}

	@Schema(name = "KeptCheckpoint",
			description = "A moment whose parameters are kept; results can be asked for at its epoch.")
	record Kept(@Schema(description = "Whole epochs trained.", example = "16") int epoch,
			@Schema(description = "Updates made.", example = "16") long step) {
	}

	@Schema(description = "Why there is nothing to draw.")
	record Refusal(@Schema(description = "The reason.",
			example = "asks for 10,000 outputs at once; of a network of this size at most 9,427 are allowed") String detail) {
	}

	@Schema(name = "StreamEnd", description = "The end of a stream.")
	record End(@Schema(description = "Where the job stands.", example = "succeeded") JobState state,
			@Schema(description = "Why the job ended; null if it has not.",
					example = "completed") @Nullable StopReason stopReason,
			@Schema(description = "Whether there is more to come that the service, about to stop, could not wait for: connect again.",
					example = "false") boolean reconnect,
			@Schema(description = "Where the job is.", example = "/api/v1/training-jobs/example") String job) {
	}

}
