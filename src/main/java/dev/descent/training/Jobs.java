package dev.descent.training;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import dev.descent.owner.CurrentOwner;
import dev.descent.owner.Owner;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of one kind: takes them on, finds them, ends them. All kinds share one store
 * and one scheduler, and so one bound of memory and of activity.
 *
 * @param <I> what names them
 * @param <J> what they are
 */
public abstract class Jobs<I extends JobId, J extends Job> {

	private final Class<J> type;

	private final JobStore store;

	private final TrainingScheduler scheduler;

	private final CurrentOwner owners;

	/**
	 * @param type of the jobs
	 */
	protected Jobs(Class<J> type, JobStore store, TrainingScheduler scheduler, CurrentOwner owners) {
		this.type = type;
		this.store = store;
		this.scheduler = scheduler;
		this.owners = owners;
	}

	final Class<J> type() {
		return type;
	}

	/** Runs the example, which is there as long as the service is, for everybody. */
	public final void submitExample() {
		owners.as(Owner.SERVICE, this::makeExample);
	}

	/** Takes on the example. */
	protected abstract void makeExample();

	/** The memory that a job may take while it is active. */
	protected abstract long demand(J job);

	/** Lets a job begin that is known now. */
	protected abstract void begin(J job);

	/**
	 * Makes room for a job, makes it known and lets it begin; an example needs no room.
	 */
	protected final J takeOn(J job) {
		if (!job.id().isExample()) {
			scheduler.room().reserve(job.lifeCycle(), demand(job));
		}
		return takeOn(job, true);
	}

	/**
	 * Makes a job known that has room, and lets it begin.
	 * @param listed whether lists have it
	 */
	final J takeOn(J job, boolean listed) {
		store.add(job, listed);
		begin(job);
		return job;
	}

	/** A job that the current owner sees. */
	public final J get(I id) {
		return type.cast(store.get(id));
	}

	/** A job that the current owner may change. */
	public final J own(I id) {
		return type.cast(store.own(id));
	}

	/**
	 * Some of the jobs that match, as many as wanted.
	 * @param after where to begin; at the beginning if absent
	 */
	public final JobPage<J> list(Predicate<? super J> filter, JobOrder order, @Nullable JobPlace after, int limit) {
		return store.list(type, filter, order, after, limit);
	}

	/** All jobs that match, the newest first. */
	public final List<J> all(Predicate<? super J> filter) {
		return list(filter, JobOrder.NEWEST, null, Integer.MAX_VALUE).jobs();
	}

	/** Where a job stands in lists. */
	public final JobPlace place(I id) {
		return store.place(id);
	}

	/** Ends a job that has not ended. */
	public final J cancel(I id) {
		var job = own(id);
		job.cancel();
		return job;
	}

	/** Forgets a job that has ended; an example is run again at once. */
	public final void delete(I id) {
		store.remove(id);
		if (id.isExample()) {
			submitExample();
		}
	}

	/** Takes note that a job that may have ended takes more or less memory now. */
	protected final void measure(J job) {
		store.measure(job);
	}

	/** When a job will be forgotten; null before it has ended. */
	public final @Nullable Instant expiresAt(J job) {
		return store.expiresAt(job);
	}

}
