package dev.descent.race;

import java.util.List;
import java.util.stream.IntStream;

import dev.descent.race.statistics.Quartiles;

/**
 * The loss that is to be reached.
 *
 * @param loss infinite if there is none
 * @param given whether the race was told it; else it is the best common one
 */
public record RaceTarget(double loss, boolean given) {

	/**
	 * What the race was told, or the lowest loss to which every variant comes in half of
	 * its runs at least. Variants that are infinite by then have no part in it.
	 */
	static RaceTarget of(RacePlan plan, List<RaceRun> counted) {
		var specification = plan.specification();
		if (specification.target() != null) {
			return new RaceTarget(specification.target(), true);
		}
		double common = IntStream.range(0, plan.variants().size())
			.mapToObj((v) -> counted.stream()
				.filter((run) -> run.variant() == v)
				.mapToDouble((run) -> run.lowestLoss(specification.part()))
				.toArray())
			.filter((lowest) -> lowest.length > 0)
			.mapToDouble((lowest) -> Quartiles.of(lowest).median())
			.filter(Double::isFinite)
			.max()
			.orElse(Double.POSITIVE_INFINITY);
		return new RaceTarget(common, false);
	}

	/** Whether there is one. */
	public boolean isKnown() {
		return Double.isFinite(loss);
	}

}
