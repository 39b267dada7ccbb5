package dev.descent.race;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import dev.descent.race.specification.RaceSpecification;

/**
 * What is known of a race at a moment: the runs that have ended, in an order of their
 * own, whichever ended first.
 *
 * @param variants each at the rate that it has, or will have
 * @param runs of the race itself
 * @param tried runs of the tuning
 * @param target over the runs that count
 */
public record RaceRecord(RacePlan plan, List<Variant> variants, List<RaceRun> runs, List<RaceRun> tried,
		RaceTarget target) {

	private static final Comparator<RaceRun> IN_ORDER = Comparator.comparingInt(RaceRun::variant)
		.thenComparingDouble((run) -> (run.rate() != null) ? run.rate() : 0)
		.thenComparingLong(RaceRun::seed);

	public static RaceRecord of(Race race) {
		var all = race.runs().stream().sorted(IN_ORDER).toList();
		var runs = all.stream().filter((run) -> run.rate() == null).toList();
		return new RaceRecord(race.plan(), race.variants(), runs,
				all.stream().filter((run) -> run.rate() != null).toList(),
				RaceTarget.of(race.plan(), runs.stream().filter(RaceRun::counts).toList()));
	}

	public RaceSpecification specification() {
		return plan.specification();
	}

	/** The runs of a variant that count, by their seeds. */
	public List<RaceRun> counted(int variant) {
		return runs.stream().filter((run) -> run.variant() == variant && run.counts()).toList();
	}

	/** What the runs of a variant that count are judged by, by their seeds. */
	public double[] scores(int variant) {
		return counted(variant).stream().mapToDouble(this::score).filter((score) -> !Double.isNaN(score)).toArray();
	}

	/** What a run is judged by; lower is better. */
	public double score(RaceRun run) {
		return run.score(specification().criterion(), specification().part(), target.loss());
	}

	/** The numbers of the variants. */
	public IntStream numbers() {
		return IntStream.range(0, variants.size());
	}

}
