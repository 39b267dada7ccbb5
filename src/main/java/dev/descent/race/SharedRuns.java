package dev.descent.race;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.descent.engine.training.StopReason;
import dev.descent.owner.CurrentOwner;
import dev.descent.owner.Owner;
import dev.descent.problem.ConflictException;
import dev.descent.problem.NotFoundException;
import dev.descent.training.JobState;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import dev.descent.training.specification.JobDescription;
import org.jspecify.annotations.Nullable;

/**
 * Has the runs of races trained. Runs that are the same to the last bit are trained once
 * for all races of an owner, as long as the job is kept.
 */
final class SharedRuns {

	/** How many are remembered, the oldest forgotten first. */
	private static final int MOST = 20_000;

	private final TrainingJobs jobs;

	private final CurrentOwner owners;

	private final Map<Key, Shared> known = new LinkedHashMap<>();

	SharedRuns(TrainingJobs jobs, CurrentOwner owners) {
		this.jobs = jobs;
		this.owners = owners;
	}

	/** Runs are shared among the races of one owner. */
	private record Key(Owner owner, String fingerprint) {
	}

	/** A job and how many races wait for it. */
	private static final class Shared {

		private final TrainingJobId id;

		private int waiting = 1;

		Shared(TrainingJobId id) {
			this.id = id;
		}

	}

	/**
	 * A job that a race waits for.
	 *
	 * @param shared whether it was there before
	 */
	record Lease(Key key, TrainingJob job, boolean shared) {
	}

	/**
	 * The job of a run, which is trained now if it is not known.
	 * @param description of a new job
	 */
	synchronized Lease obtain(PlannedRun run, JobDescription description) {
		var key = new Key(owners.get(), run.fingerprint());
		var shared = known.get(key);
		var job = (shared != null) ? usable(shared) : null;
		if (shared != null && job != null) {
			shared.waiting++;
			return new Lease(key, job, true);
		}
		var made = jobs.submitRun(run.specification().described(description));
		known.remove(key);
		known.put(key, new Shared(made.id()));
		if (known.size() > MOST) {
			known.remove(known.keySet().iterator().next());
		}
		return new Lease(key, made, false);
	}

	/**
	 * Null if the job is gone, or is not what the same specification would give again.
	 */
	private @Nullable TrainingJob usable(Shared shared) {
		try {
			var job = jobs.get(shared.id);
			boolean sound = job.state() != JobState.CANCELLED && job.state() != JobState.FAILED
					&& job.stopReason() != StopReason.TIME_LIMIT;
			return (sound && job.document().amendments().isEmpty()) ? job : null;
		}
		catch (NotFoundException _) {
			return null;
		}
	}

	/** Does something for the same owner when a job has ended. */
	void whenEnded(Lease lease, Runnable deed) {
		var _ = lease.job().lifeCycle().finished().thenRun(owners.carry(deed));
	}

	/** A race no longer waits for a job; if nobody else does, the job is ended. */
	void abandon(Lease lease) {
		if (isLeftByAll(lease)) {
			try {
				lease.job().cancel();
			}
			catch (ConflictException _) {
				// It has ended meanwhile.
			}
		}
	}

	/** Nobody finds a job from here on that nobody waits for. */
	private synchronized boolean isLeftByAll(Lease lease) {
		boolean left = release(lease) == 0;
		if (left) {
			known.remove(lease.key());
		}
		return left;
	}

	/**
	 * A race no longer waits for a job.
	 * @return how many others do
	 */
	synchronized int release(Lease lease) {
		var shared = known.get(lease.key());
		return (shared != null && shared.id.equals(lease.job().id())) ? --shared.waiting : 0;
	}

}
