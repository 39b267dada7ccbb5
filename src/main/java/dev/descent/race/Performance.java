package dev.descent.race;

import java.util.Comparator;
import java.util.List;

import dev.descent.race.statistics.Proportion;
import dev.descent.race.statistics.Quartiles;

/**
 * How some variants did, over all their runs that count.
 *
 * @param score what they are judged by; NaN of no runs
 */
public record Performance(Quartiles score, Proportion diverged) {

	/** Those of which nothing is known come last. */
	static final Comparator<Performance> BEST_FIRST = Comparator
		.comparingDouble((performance) -> orLast(performance.score().median()));

	static Performance of(RaceRecord record, List<Integer> variants) {
		var runs = variants.stream().flatMap((v) -> record.counted(v).stream()).toList();
		return new Performance(
				Quartiles
					.of(runs.stream().mapToDouble(record::score).filter((score) -> !Double.isNaN(score)).toArray()),
				Proportion.of((int) runs.stream().filter(RaceRun::diverged).count(), runs.size()));
	}

	/** The numbers of all variants, the lowest median score first. */
	public static List<Integer> bestFirst(RaceRecord record) {
		var performances = record.numbers().mapToObj((v) -> of(record, List.of(v))).toList();
		return record.numbers().boxed().sorted(Comparator.comparing(performances::get, BEST_FIRST)).toList();
	}

	private static double orLast(double score) {
		return Double.isNaN(score) ? Double.POSITIVE_INFINITY : score;
	}

}
