package dev.descent.race.web;

import java.util.List;

import dev.descent.race.Condition;
import dev.descent.race.RaceEstimate;
import dev.descent.race.specification.RaceSpecification;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "RaceDryRun", description = "What a race would be and take; nothing was made.")
record RaceDryRunView(@Schema(description = "What would be compared.") List<RaceVariantView> variants,
		@Schema(description = "Runs of the race itself.", example = "80") int runs,
		@Schema(description = "Runs before it, to look for learning rates.", example = "0") int tuningRuns,
		@Schema(description = "Of all runs, those that are unlike the others and have to be trained.",
				example = "80") long distinctRuns,
		@Schema(description = "Updates of all of them; stopping early makes fewer.", example = "40000") long updates,
		@Schema(description = "Samples times parameters of all gradients and evaluations: what the limit raceWork is held against.",
				example = "211200000") double work,
		@Schema(description = "Seconds that it would be trained for on all processors, without waiting: an estimate, right to a small factor unless it is a guess.",
				example = "0.5") double estimatedSeconds,
		@Schema(description = "Whether no job like these has been trained yet, so that the seconds are a guess.",
				example = "false") boolean guess,
		@Schema(description = "What would be equal for all variants, and what would not.") List<Condition> fairness,
		@Schema(description = "The race with its defaults filled in.") RaceSpecification specification) {

	static RaceDryRunView of(RaceEstimate estimate) {
		var plan = estimate.plan();
		return new RaceDryRunView(plan.variants().stream().map((variant) -> RaceVariantView.of(plan, variant)).toList(),
				plan.raceRuns(), plan.tuningRuns(), estimate.distinctRuns(), estimate.updates(), plan.work(),
				estimate.time().toNanos() / 1e9, estimate.isGuess(), estimate.fairness(), plan.specification());
	}

}
