package dev.descent.race;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import dev.descent.engine.training.StopReason;
import dev.descent.race.SharedRuns.Lease;
import dev.descent.training.Job;
import dev.descent.training.JobState;
import dev.descent.training.LifeCycle;
import dev.descent.training.TrainingJobId;
import dev.descent.training.Verb;
import dev.descent.training.specification.JobDescription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several jobs compared on equal terms. Its runs are ordinary jobs; a few of them are in
 * the queue at a time, and whenever one ends, the next is lined up.
 */
public final class Race implements Job {

	private static final Logger log = LoggerFactory.getLogger(Race.class);

	private final RaceId id;

	private final RacePlan plan;

	private final SharedRuns shared;

	/** Runs that may be in the queue at a time. */
	private final int most;

	private final InstantSource clock;

	private final LifeCycle lifeCycle;

	private final AtomicLong trainedNanos = new AtomicLong();

	private final AtomicLong bytes = new AtomicLong();

	private final Deque<PlannedRun> waiting = new ArrayDeque<>();

	private final Map<PlannedRun, Lease> active = new LinkedHashMap<>();

	private final List<RaceRun> runs = new ArrayList<>();

	/** What the variants run as; after the tuning, each at its best rate. */
	private List<Variant> variants;

	private boolean tuned;

	private boolean stopped;

	private volatile @Nullable StopReason stopReason;

	Race(RaceId id, RacePlan plan, SharedRuns shared, int most, InstantSource clock) {
		this.id = id;
		this.plan = plan;
		this.shared = shared;
		this.most = most;
		this.clock = clock;
		this.lifeCycle = new LifeCycle(clock.instant());
		this.variants = plan.variants();
	}

	/** Lines up the first runs. */
	void start() {
		synchronized (this) {
			lifeCycle.become(JobState.RUNNING, clock.instant());
			planTuning();
		}
		goOn();
	}

	/**
	 * Seed by seed, so that all variants have the same part of a machine's good and bad
	 * minutes.
	 */
	private void planTuning() {
		for (long seed : plan.seedsOfTuning()) {
			for (int v = 0; v < variants.size(); v++) {
				for (var tried : plan.tuning().get(v)) {
					waiting.add(new PlannedRun(v, seed, tried.rate(), tried.variant()));
				}
			}
		}
	}

	private void planRace() {
		variants = Tuning.tuned(plan, runs);
		for (long seed : plan.seeds()) {
			for (int v = 0; v < variants.size(); v++) {
				waiting.add(new PlannedRun(v, seed, null, variants.get(v)));
			}
		}
	}

	/** Lines up as many runs as may be, and ends the race if there is none left. */
	private void goOn() {
		try {
			boolean over;
			synchronized (this) {
				over = lineUp();
			}
			if (over) {
				conclude(StopReason.COMPLETED);
			}
		}
		catch (RuntimeException | Error ex) {
			log.atError().addKeyValue("raceId", id).setCause(ex).log("The {} failed", id.described());
			stop();
			conclude(StopReason.ERROR);
		}
	}

	/** Whether all runs have ended. */
	private boolean lineUp() {
		while (!stopped && active.size() < most) {
			if (waiting.isEmpty() && active.isEmpty() && !tuned) {
				tuned = true;
				planRace();
			}
			var next = waiting.poll();
			if (next == null) {
				return active.isEmpty();
			}
			begin(next);
		}
		return false;
	}

	private void begin(PlannedRun run) {
		Lease lease;
		try {
			lease = shared.obtain(run, description(run));
		}
		catch (RuntimeException ex) {
			log.atWarn()
				.addKeyValue("raceId", id)
				.log("A run of the {} could not be made: {}", id.described(), ex.getMessage());
			keep(RaceRun.failed(run));
			return;
		}
		if (lease.job().state().isFinal()) {
			shared.release(lease);
			keep(RaceRun.of(run, lease.job(), lease.shared()));
			return;
		}
		active.put(run, lease);
		// Told by the worker that trained it, who lines up the next one.
		shared.whenEnded(lease, () -> ended(run, lease));
	}

	private void ended(PlannedRun run, Lease lease) {
		var ended = RaceRun.of(run, lease.job(), lease.shared());
		synchronized (this) {
			if (active.remove(run) == null) {
				return;
			}
			keep(ended);
		}
		shared.release(lease);
		goOn();
	}

	private synchronized void keep(RaceRun run) {
		runs.add(run);
		bytes.addAndGet(run.bytes());
		if (!run.shared()) {
			trainedNanos.addAndGet((long) (1e9 * run.seconds()));
		}
	}

	/** Says of a job to which race, variant and seed it belongs. */
	private JobDescription description(PlannedRun run) {
		var labels = new HashMap<>(run.specification().labels());
		labels.put("race", id.value());
		labels.put("variant", run.as().name());
		labels.put("seed", String.valueOf(run.seed()));
		return new JobDescription(run.name(), labels, null);
	}

	/** Nothing more is lined up, and what is in the queue is ended. */
	private void stop() {
		Map<PlannedRun, Lease> left;
		synchronized (this) {
			stopped = true;
			waiting.clear();
			left = new LinkedHashMap<>(active);
			active.clear();
		}
		left.forEach((run, lease) -> {
			shared.abandon(lease);
			if (lease.job().state().isFinal()) {
				keep(RaceRun.of(run, lease.job(), lease.shared()));
			}
		});
	}

	private void conclude(StopReason reason) {
		synchronized (this) {
			if (stopReason != null) {
				return;
			}
			stopReason = reason;
		}
		lifeCycle.become(switch (reason) {
			case CANCELLED -> JobState.CANCELLED;
			case ERROR -> JobState.FAILED;
			default -> JobState.SUCCEEDED;
		}, clock.instant());
	}

	@Override
	public void cancel() {
		synchronized (this) {
			Verb.CANCEL.requireAllowedIn(state());
			if (stopped) {
				return;
			}
			stopped = true;
		}
		stop();
		conclude(StopReason.CANCELLED);
	}

	/** The runs that have ended so far. */
	public synchronized List<RaceRun> runs() {
		return List.copyOf(runs);
	}

	/** What the variants run as; after the tuning, each at its best rate. */
	public synchronized List<Variant> variants() {
		return variants;
	}

	/** The jobs that are in the queue now. */
	public synchronized List<TrainingJobId> activeJobs() {
		return active.values().stream().map((lease) -> lease.job().id()).toList();
	}

	/** Whether the race itself has begun, and its learning rates are known. */
	public synchronized boolean isTuned() {
		return tuned;
	}

	public RacePlan plan() {
		return plan;
	}

	@Override
	public RaceId id() {
		return id;
	}

	@Override
	public JobDescription description() {
		return plan.specification().description();
	}

	@Override
	public LifeCycle lifeCycle() {
		return lifeCycle;
	}

	@Override
	public @Nullable StopReason stopReason() {
		return stopReason;
	}

	@Override
	public Duration trainedFor() {
		return Duration.ofNanos(trainedNanos.get());
	}

	/** The memory that the runs may take that are in the queue at a time. */
	long demand() {
		return most * plan.runBytes();
	}

	@Override
	public long bytes() {
		return bytes.get() + plan.bytes();
	}

}
