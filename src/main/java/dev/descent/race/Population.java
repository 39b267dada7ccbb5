package dev.descent.race;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.descent.insight.surface.Part;
import dev.descent.race.statistics.Proportion;
import dev.descent.race.statistics.Quartiles;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one variant that count, which differ in their seeds only.
 *
 * @param runs by their seeds
 */
public record Population(RaceTarget target, Part part, List<RaceRun> runs) {

	/**
	 * So many of the runs had reached the target at this cost.
	 *
	 * @param cost gradients over the whole training data
	 */
	public record Reached(double cost, Proportion share) {
	}

	public static Population of(RaceRecord record, int variant) {
		return new Population(record.target(), record.specification().part(), record.counted(variant));
	}

	public Proportion reached() {
		return Proportion.of((int) runs.stream().filter(this::isThere).count(), runs.size());
	}

	public Proportion diverged() {
		return Proportion.of((int) runs.stream().filter(RaceRun::diverged).count(), runs.size());
	}

	/** Of all runs; infinite for those that never came to the target. */
	public Quartiles cost() {
		return quartiles(this::cost);
	}

	/** Of all runs; infinite for those that never came to the target. */
	public Quartiles epochs() {
		return quartiles((run) -> target.isKnown() ? run.epochsTo(part, target.loss()) : Double.POSITIVE_INFINITY);
	}

	/** Of all runs; infinite for those that diverged. */
	public Quartiles finalLoss() {
		return quartiles(this::finalLoss);
	}

	private Quartiles quartiles(ToDoubleFunction<RaceRun> number) {
		return Quartiles.of(runs.stream().mapToDouble(number).filter((value) -> !Double.isNaN(value)).toArray());
	}

	/** The final losses of the runs that did not diverge. */
	public LossHistogram finalLosses() {
		return LossHistogram.of(runs.stream().mapToDouble(this::finalLoss).filter(Double::isFinite).toArray());
	}

	/** From no cost on, a step for each run that reached the target. */
	public List<Reached> reachedAtCost() {
		if (runs.isEmpty()) {
			return List.of();
		}
		var steps = new ArrayList<>(List.of(new Reached(0, Proportion.of(0, runs.size()))));
		double[] costs = runs.stream().mapToDouble(this::cost).filter(Double::isFinite).sorted().toArray();
		for (int i = 0; i < costs.length; i++) {
			if (i == costs.length - 1 || costs[i + 1] > costs[i]) {
				steps.add(new Reached(costs[i], Proportion.of(i + 1, runs.size())));
			}
		}
		return steps;
	}

	/** The cost of the longest run. */
	public double longest() {
		return runs.stream()
			.map((run) -> run.curve().gradientEvaluations())
			.filter((cost) -> cost.length > 0)
			.mapToDouble((cost) -> cost[cost.length - 1])
			.max()
			.orElse(0);
	}

	/** The run that reached the target at the lowest cost. */
	public @Nullable RaceRun fastest() {
		return runs.stream().filter(this::isThere).min(Comparator.comparingDouble(this::cost)).orElse(null);
	}

	/** The run that reached the target at the highest cost. */
	public @Nullable RaceRun slowest() {
		return runs.stream().filter(this::isThere).max(Comparator.comparingDouble(this::cost)).orElse(null);
	}

	/** The run in the middle of all by its final loss; the lower one of two. */
	public @Nullable RaceRun median() {
		var ordered = runs.stream().sorted(Comparator.comparingDouble(this::finalLoss)).toList();
		return ordered.isEmpty() ? null : ordered.get((ordered.size() - 1) / 2);
	}

	/**
	 * The run with the highest final loss of those that neither reached the target nor
	 * diverged.
	 */
	public @Nullable RaceRun stuck() {
		return runs.stream()
			.filter((run) -> !run.diverged() && !isThere(run))
			.max(Comparator.comparingDouble(this::finalLoss))
			.orElse(null);
	}

	/** The first run that diverged. */
	public @Nullable RaceRun firstDiverged() {
		return runs.stream().filter(RaceRun::diverged).findFirst().orElse(null);
	}

	private boolean isThere(RaceRun run) {
		return Double.isFinite(cost(run));
	}

	private double cost(RaceRun run) {
		return target.isKnown() ? run.costTo(part, target.loss()) : Double.POSITIVE_INFINITY;
	}

	private double finalLoss(RaceRun run) {
		return run.finalLoss(part);
	}

}
