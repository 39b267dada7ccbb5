package dev.descent.race;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.descent.race.specification.RaceSpecification;
import dev.descent.training.TrainingEstimate;
import dev.descent.training.TrainingEstimates;
import dev.descent.training.TrainingScheduler;
import org.springframework.stereotype.Component;

/** Tells what a race would take, without making it. */
@Component
public class RaceEstimates {

	private final RacePlanner planner;

	private final TrainingEstimates estimates;

	private final int workers;

	RaceEstimates(RacePlanner planner, TrainingEstimates estimates, TrainingScheduler scheduler) {
		this.planner = planner;
		this.estimates = estimates;
		this.workers = scheduler.workers();
	}

	/** Looks at a race, or refuses it with all the reasons. */
	public RaceEstimate of(RaceSpecification wanted) {
		var plan = planner.plan(wanted);
		int seeds = wanted.seeds();
		int tuningSeeds = plan.seedsOfTuning().size();
		long runs = 0;
		long updates = 0;
		double nanos = 0;
		boolean guess = true;
		var timed = new LinkedHashMap<String, TrainingEstimate>();
		for (var part : List.of(new Part(distinct(plan.variants()), seeds),
				new Part(distinct(plan.tuning().stream().flatMap(List::stream).map(RacePlan.Tried::variant).toList()),
						tuningSeeds))) {
			for (var entry : part.entries().values()) {
				var estimate = timed.computeIfAbsent(entry.fingerprint(), (_) -> estimates.of(entry.fitted()));
				runs += part.seeds();
				updates += part.seeds() * estimate.demand().updates();
				nanos += part.seeds() * (double) estimate.time().toNanos();
				guess &= estimate.basedOn().isEmpty();
			}
		}
		var record = new RaceRecord(plan, plan.variants(), List.of(), List.of(), RaceTarget.of(plan, List.of()));
		return new RaceEstimate(plan, runs, updates, Duration.ofNanos((long) (nanos / Math.min(runs, workers))), guess,
				Fairness.of(record));
	}

	/** Entries that are run with so many seeds each. */
	private record Part(Map<String, Entry> entries, int seeds) {
	}

	private static Map<String, Entry> distinct(List<Variant> variants) {
		var entries = new LinkedHashMap<String, Entry>();
		variants.forEach((variant) -> entries.putIfAbsent(variant.entry().fingerprint(), variant.entry()));
		return entries;
	}

}
