package dev.descent.race;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.descent.race.statistics.Quartiles;
import org.jspecify.annotations.Nullable;

/** Chooses learning rates by what was tried. */
final class Tuning {

	private Tuning() {
	}

	/**
	 * How a rate did.
	 *
	 * @param score median over the seeds of what the race judges by; infinite if it never
	 * came to anything
	 */
	record Outcome(double rate, double score) {
	}

	/** Each variant at its best rate; as it was if nothing was tried. */
	static List<Variant> tuned(RacePlan plan, List<RaceRun> runs) {
		var variants = new ArrayList<Variant>();
		for (int v = 0; v < plan.variants().size(); v++) {
			var best = best(plan, v, runs);
			variants.add((best != null) ? best : plan.variants().get(v));
		}
		return variants;
	}

	private static @Nullable Variant best(RacePlan plan, int variant, List<RaceRun> runs) {
		var best = outcomes(plan, variant, runs).stream().min(Comparator.comparingDouble(Outcome::score)).orElse(null);
		if (best == null) {
			return null;
		}
		return plan.tuning()
			.get(variant)
			.stream()
			.filter((tried) -> tried.rate() == best.rate())
			.map(RacePlan.Tried::variant)
			.findFirst()
			.orElse(null);
	}

	/** How the rates of a variant did, the lowest first. */
	static List<Outcome> outcomes(RacePlan plan, int variant, List<RaceRun> runs) {
		var specification = plan.specification();
		double target = target(plan, variant, runs);
		return plan.tuning().get(variant).stream().map((tried) -> {
			double[] scores = runs.stream()
				.filter((run) -> run.variant() == variant && run.rate() != null && run.rate() == tried.rate())
				.filter(RaceRun::counts)
				.mapToDouble((run) -> run.score(specification.criterion(), specification.part(), target))
				.toArray();
			return new Outcome(tried.rate(),
					(scores.length > 0) ? Quartiles.of(scores).median() : Double.POSITIVE_INFINITY);
		}).toList();
	}

	/**
	 * Where the race has no target, the lowest loss that a run of the variant came to.
	 */
	private static double target(RacePlan plan, int variant, List<RaceRun> runs) {
		var given = plan.specification().target();
		return (given != null) ? given
				: runs.stream()
					.filter((run) -> run.variant() == variant && run.rate() != null && run.counts())
					.mapToDouble((run) -> run.lowestLoss(plan.specification().part()))
					.min()
					.orElse(Double.POSITIVE_INFINITY);
	}

}
