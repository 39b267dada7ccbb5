package dev.descent.race.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.descent.engine.training.StopReason;
import dev.descent.race.Condition;
import dev.descent.race.Race;
import dev.descent.race.RaceId;
import dev.descent.race.RaceRecord;
import dev.descent.race.RaceReport;
import dev.descent.race.specification.RaceSpecification;
import dev.descent.training.JobState;
import dev.descent.training.LifeCycle;
import dev.descent.training.TrainingJobId;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Race", description = "A race: where it stands, what it has shown, and what was asked for.")
record RaceView(@Schema(description = "Names the race.", example = "example") RaceId id,
		@Schema(description = "The name given.", example = "optimizers on moons") @Nullable String name,
		@Schema(description = "The labels given.", example = "{\"course\": \"ml-101\"}") Map<String, String> labels,
		@Schema(description = "The notes given.", example = "Which one is the fastest?") @Nullable String notes,
		@Schema(description = "Where the race stands.", example = "succeeded") JobState state,
		@Schema(description = "Why it ended; null before that.", example = "completed") @Nullable StopReason stopReason,
		@Schema(description = "All states so far, the present one last.") List<LifeCycle.Transition> transitions,
		@Schema(description = "Seconds of training so far, of all runs together, without waiting.",
				example = "0.11") double trainedSeconds,
		@Schema(description = "When it will be forgotten; null before it has ended.",
				example = "2026-01-01T14:00:00Z") @Nullable Instant expiresAt,
		@Schema(description = "Bytes of memory that the race and what it kept of its runs take now, about.",
				example = "100000") long memoryBytes,
		@Schema(description = "How far it is.") RaceProgress progress,
		@Schema(description = "Its jobs that are in the queue now.", example = "[]") List<TrainingJobId> activeJobs,
		@Schema(description = "What it has shown, in sentences; empty before it has ended.",
				example = "[\"adam is better than sgd (p = 0.0079, 5 seeds).\"]") List<String> verdict,
		@Schema(description = "What was equal for all variants, and what was not.") List<Condition> fairness,
		@Schema(description = "What is compared, in the order of the request.") List<RaceVariantView> variants,
		@Schema(description = "The race with its defaults filled in; posted again, it gives the same numbers.") RaceSpecification specification,
		@Schema(description = "Where the results are.",
				example = "{\"self\": \"/api/v1/races/example\"}") Map<String, String> links) {

	static RaceView of(Race race, RaceReport report, @Nullable Instant expiresAt) {
		var specification = race.plan().specification();
		return new RaceView(race.id(), specification.name(), specification.labels(), specification.notes(),
				race.state(), race.stopReason(), race.lifeCycle().transitions(), race.trainedFor().toNanos() / 1e9,
				expiresAt, race.bytes(), RaceProgress.of(race), race.activeJobs(), report.verdict(), report.fairness(),
				variants(report.board().record()), specification, RaceLinks.of(race.id(), race.plan()));
	}

	private static List<RaceVariantView> variants(RaceRecord record) {
		return record.variants().stream().map((variant) -> RaceVariantView.of(record.plan(), variant)).toList();
	}

}
