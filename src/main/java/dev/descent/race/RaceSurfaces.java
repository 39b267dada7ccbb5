package dev.descent.race;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.descent.insight.surface.LossSurface;
import dev.descent.insight.surface.LossSurfaces;
import dev.descent.insight.surface.SurfaceRequest;
import dev.descent.problem.ConflictException;
import dev.descent.problem.Fault;
import dev.descent.problem.NotFoundException;
import dev.descent.problem.RefusedException;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import org.springframework.stereotype.Component;

/** Shows the ways of several variants on one loss surface. */
@Component
public class RaceSurfaces {

	private final TrainingJobs jobs;

	private final LossSurfaces surfaces;

	RaceSurfaces(TrainingJobs jobs, LossSurfaces surfaces) {
		this.jobs = jobs;
		this.surfaces = surfaces;
	}

	/** A run whose job is still there. */
	private record Runner(String name, TrainingJob job) {

		boolean isComparable(Runner other) {
			return job.experiment().isComparable(other.job().experiment());
		}

	}

	/**
	 * The loss around the paths of runs with the same seed, through the end of the first.
	 * @param wanted the variants; the two best ones that can be compared if empty
	 */
	public CompletableFuture<LossSurface> surface(RaceRecord record, long seed, List<Integer> wanted,
			SurfaceRequest request) {
		var runners = wanted.isEmpty() ? bestTwo(record, seed)
				: wanted.stream().map((v) -> runner(record, v, run(record, v, seed))).toList();
		refuseIncomparable(runners);
		var others = runners.stream().skip(1).map((runner) -> runner.job().id()).toList();
		var first = runners.getFirst().job();
		return surfaces.surface(first, first.present(), others, request)
			.thenApply((surface) -> surface.named(runners.stream().map(Runner::name).toList()));
	}

	private static void refuseIncomparable(List<Runner> runners) {
		var first = runners.getFirst();
		var faults = runners.stream()
			.filter((runner) -> !runner.isComparable(first))
			.map((runner) -> Fault.ofParameter("variant",
					"names '" + runner.name() + "', which has another network, other data or another loss than '"
							+ first.name() + "'"))
			.toList();
		if (!faults.isEmpty()) {
			throw new RefusedException(faults);
		}
	}

	private List<Runner> bestTwo(RaceRecord record, long seed) {
		var runners = new ArrayList<Runner>();
		for (int v : Performance.bestFirst(record)) {
			var found = record.counted(v).stream().filter((run) -> run.seed() == seed).findFirst();
			if (found.isPresent() && runners.size() < 2) {
				var runner = runner(record, v, found.get());
				if (runners.isEmpty() || runner.isComparable(runners.getFirst())) {
					runners.add(runner);
				}
			}
		}
		if (runners.isEmpty()) {
			throw new ConflictException("No run with the seed " + seed + " has ended yet.");
		}
		return runners;
	}

	private static RaceRun run(RaceRecord record, int variant, long seed) {
		return record.runs()
			.stream()
			.filter((run) -> run.variant() == variant && run.seed() == seed)
			.findFirst()
			.orElseThrow(() -> new ConflictException("The run of '" + record.variants().get(variant).name()
					+ "' with the seed " + seed + " has not ended yet."));
	}

	private Runner runner(RaceRecord record, int variant, RaceRun run) {
		String name = record.variants().get(variant).name();
		var id = run.job();
		if (id == null) {
			throw new ConflictException(
					"The run of '" + name + "' with the seed " + run.seed() + " could not be made, so it has no path.");
		}
		return new Runner(name, job(name, run.seed(), id));
	}

	private TrainingJob job(String name, long seed, TrainingJobId id) {
		try {
			return jobs.get(id);
		}
		catch (NotFoundException _) {
			throw new NotFoundException("The job " + id + " of '" + name + "' with the seed " + seed
					+ " is gone, and its path with it; it was deleted or has expired.");
		}
	}

}
