package dev.descent.race.web;

import dev.descent.race.Race;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "How far a race is.")
record RaceProgress(
		@Schema(description = "Runs that have ended, those of the tuning included.", example = "30") int endedRuns,
		@Schema(description = "Runs that there are, those of the tuning included.", example = "30") int allRuns,
		@Schema(description = "Whether the learning rates are still looked for.", example = "false") boolean tuning,
		@Schema(description = "How many of the ended runs diverged.", example = "0") int diverged,
		@Schema(description = "How many of the ended runs were there already and were not trained again.",
				example = "0") int shared) {

	static RaceProgress of(Race race) {
		var runs = race.runs();
		return new RaceProgress(runs.size(), race.plan().raceRuns() + race.plan().tuningRuns(), !race.isTuned(),
				(int) runs.stream().filter((run) -> run.diverged()).count(),
				(int) runs.stream().filter((run) -> run.shared()).count());
	}

}
