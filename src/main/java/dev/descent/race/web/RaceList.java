package dev.descent.race.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.descent.race.Race;
import dev.descent.race.RaceId;
import dev.descent.training.JobState;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Some of the races.")
record RaceList(@Schema(description = "The races.") List<Item> races,
		@Schema(description = "Where the next ones are; null if there are none.",
				example = "/api/v1/races?limit=20&after=example") @Nullable String next) {

	@Schema(name = "RaceItem", description = "A race in short.")
	record Item(@Schema(description = "Names the race.", example = "example") RaceId id,
			@Schema(description = "The name given.", example = "optimizers on moons") @Nullable String name,
			@Schema(description = "The labels given.", example = "{\"course\": \"ml-101\"}") Map<String, String> labels,
			@Schema(description = "Where the race stands.", example = "succeeded") JobState state,
			@Schema(description = "When it was posted.", example = "2026-01-01T12:00:00Z") Instant createdAt,
			@Schema(description = "Variants.", example = "6") int variants,
			@Schema(description = "How far it is.") RaceProgress progress,
			@Schema(description = "Where the results are.",
					example = "{\"self\": \"/api/v1/races/example\"}") Map<String, String> links) {

		static Item of(Race race) {
			var description = race.description();
			return new Item(race.id(), description.name(), description.labels(), race.state(),
					race.lifeCycle().createdAt(), race.plan().variants().size(), RaceProgress.of(race),
					RaceLinks.of(race.id(), race.plan()));
		}

	}

}
