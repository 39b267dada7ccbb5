package dev.descent.race;

import java.time.InstantSource;
import java.util.UUID;

import dev.descent.owner.CurrentOwner;
import dev.descent.race.specification.RaceSpecification;
import dev.descent.training.JobStore;
import dev.descent.training.Jobs;
import dev.descent.training.Room;
import dev.descent.training.TrainingScheduler;

/** The races of the service. */
public final class Races extends Jobs<RaceId, Race> {

	/** So many runs for each worker keep it busy while the next one is made. */
	private static final int RUNS_A_WORKER = 2;

	private final RacePlanner planner;

	private final SharedRuns shared;

	private final int most;

	private final Room room;

	private final InstantSource clock;

	Races(RacePlanner planner, SharedRuns shared, JobStore store, TrainingScheduler scheduler, InstantSource clock,
			CurrentOwner owners) {
		super(Race.class, store, scheduler, owners);
		this.planner = planner;
		this.shared = shared;
		this.most = RUNS_A_WORKER * scheduler.workers();
		this.room = scheduler.room();
		this.clock = clock;
	}

	/**
	 * Takes on a race, or refuses it with all the reasons.
	 * @param wanted checked as far as can be done without its data
	 */
	public Race submit(RaceSpecification wanted) {
		return submit(new RaceId(UUID.randomUUID().toString()), wanted);
	}

	private Race submit(RaceId id, RaceSpecification wanted) {
		var plan = planner.plan(wanted);
		int fitting = Math.clamp(room.bytes() / Math.max(1, plan.runBytes()), 1, most);
		return takeOn(new Race(id, plan, shared, fitting, clock));
	}

	@Override
	protected long demand(Race race) {
		return race.demand();
	}

	@Override
	protected void begin(Race race) {
		race.start();
	}

	@Override
	protected void makeExample() {
		submit(RaceId.EXAMPLE, ExampleRace.SPECIFICATION);
	}

}
