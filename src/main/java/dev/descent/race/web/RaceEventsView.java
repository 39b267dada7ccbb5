package dev.descent.race.web;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.descent.engine.training.StopReason;
import dev.descent.training.JobState;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RaceEvents", description = """
		The events of a stream: each field stands for an event of its name (`event:`), with its data (`data:`).""")
record RaceEventsView(@Schema(description = "The race came into a state.") @Nullable StateChange state,
		@Schema(description = "Runs have ended.") @Nullable RaceProgress progress,
		@Schema(description = "Nothing more will come; always the last event.") @Nullable End end) {

	@Schema(name = "RaceStateChange", description = "A state the race came into.")
	record StateChange(@Schema(description = "The state.", example = "running") JobState state,
			@Schema(description = "Since when (UTC).", example = "2026-01-01T12:00:00Z") Instant at,
			@Schema(description = "Why the race ended; null unless the state is final.",
					example = "completed") @Nullable StopReason stopReason) {
	}

	@Schema(name = "RaceStreamEnd", description = "The end of a stream.")
	record End(@Schema(description = "Where the race stands.", example = "succeeded") JobState state, @Schema(
			description = "Whether there is more to come that the service, about to stop, could not wait for: connect again.",
			example = "false") boolean reconnect,
			@Schema(description = "Where the race is.", example = "/api/v1/races/example") String race) {
	}

}
