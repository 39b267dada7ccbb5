package dev.descent.race;

import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.descent.insight.surface.Part;
import dev.descent.race.statistics.Proportion;
import dev.descent.race.statistics.Quartiles;
import dev.descent.training.JobState;
import org.jspecify.annotations.Nullable;

/**
 * How a variant did, over its runs that count.
 *
 * @param variant its number
 * @param rank one more than how many variants are significantly better; null if nothing
 * can be told
 * @param runs how many count
 * @param left how many do not: they were cancelled or changed, failed, or have not ended
 * @param score what it is judged by
 * @param trainMetric accuracy or share of explained variation
 * @param reached how many came down to the target
 * @param cost gradients over the whole training data until then; infinite for those that
 * never did
 */
public record Standing(int variant, @Nullable Integer rank, int runs, int left, Quartiles score, Quartiles trainLoss,
		Quartiles validationLoss, Quartiles trainMetric, Quartiles validationMetric, Proportion reached, Quartiles cost,
		Quartiles epochs, Proportion diverged, Quartiles seconds) {

	static Standing of(RaceRecord record, int variant, @Nullable Integer rank) {
		var runs = record.counted(variant);
		var part = record.specification().part();
		double target = record.target().loss();
		int reached = (int) runs.stream().filter((run) -> run.curve().reaches(part, target) >= 0).count();
		int diverged = (int) runs.stream().filter((run) -> run.state() == JobState.DIVERGED).count();
		return new Standing(variant, rank, runs.size(), record.specification().seeds() - runs.size(),
				Quartiles.of(record.scores(variant)), quartiles(runs, (run) -> run.finalLoss(Part.TRAINING)),
				quartiles(runs, (run) -> run.finalLoss(Part.VALIDATION)), quartiles(runs, RaceRun::trainMetric),
				quartiles(runs, RaceRun::validationMetric), Proportion.of(reached, runs.size()),
				quartiles(runs, (run) -> run.costTo(part, target)),
				quartiles(runs, (run) -> run.epochsTo(part, target)), Proportion.of(diverged, runs.size()),
				quartiles(runs, RaceRun::seconds));
	}

	private static Quartiles quartiles(List<RaceRun> runs, ToDoubleFunction<RaceRun> number) {
		return Quartiles.of(runs.stream().mapToDouble(number).filter((value) -> !Double.isNaN(value)).toArray());
	}

}
