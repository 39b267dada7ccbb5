package dev.descent.race;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.race.specification.RaceSpecification;

/**
 * What a race is going to run.
 *
 * @param tuning for each variant the entries that are tried before the race, with their
 * rates; empty for one that has no learning rate, and if nothing is tuned
 */
public record RacePlan(RaceSpecification specification, List<Variant> variants, List<List<Tried>> tuning) {

	/** Of a variant at one learning rate, with its specification in three forms. */
	private static final long BYTES_AN_ENTRY = 6_000;

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

	/** The memory that one of the runs may take, at most. */
	long runBytes() {
		return Stream.concat(variants.stream(), tuning.stream().flatMap(List::stream).map(Tried::variant))
			.mapToLong((variant) -> variant.entry().fitted().demand().bytes())
			.max()
			.orElse(0);
	}

	/** The memory of the plan itself, about. */
	long bytes() {
		var base = specification.base();
		long entries = variants.size() + tuning.stream().mapToLong(List::size).sum();
		return BYTES_AN_ENTRY * (1 + entries) + base.givenBytes() + base.textBytes();
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
