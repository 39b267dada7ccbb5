package dev.descent.race;

import java.util.List;
import java.util.stream.IntStream;

import dev.descent.race.specification.RaceSpecification;

/**
 * What a race is going to run.
 *
 * @param tuning for each variant the entries that are tried before the race, with their
 * rates; empty for one that has no learning rate, and if nothing is tuned
 */
public record RacePlan(RaceSpecification specification, List<Variant> variants, List<List<Tried>> tuning) {

	/**
	 * A variant at another learning rate.
	 */
	record Tried(double rate, Variant variant) {
	}

	/** Runs of the race itself. */
	public int raceRuns() {
		return variants.size() * specification.seeds();
	}

	/** Runs before the race. */
	public int tuningRuns() {
		return tuning.stream().mapToInt(List::size).sum() * tuningSeeds();
	}

	private int tuningSeeds() {
		var tuning = specification.tuning();
		return (tuning != null) ? tuning.seeds() : 0;
	}

	/** Samples times parameters of all runs. */
	public double work() {
		double race = variants.stream().mapToDouble((variant) -> variant.entry().work()).sum();
		double tried = tuning.stream().flatMap(List::stream).mapToDouble((run) -> run.variant().entry().work()).sum();
		return race * specification.seeds() + tried * tuningSeeds();
	}

	/** The seeds of the race. */
	public List<Long> seeds() {
		return IntStream.range(0, specification.seeds()).mapToObj(specification::seed).toList();
	}

	/** The seeds of the tuning: none that the race has. */
	List<Long> seedsOfTuning() {
		return IntStream.range(0, tuningSeeds())
			.mapToObj((i) -> specification.seed(specification.seeds() + i))
			.toList();
	}

}
