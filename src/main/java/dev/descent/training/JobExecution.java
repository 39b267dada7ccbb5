package dev.descent.training;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import dev.descent.engine.training.StopReason;
import dev.descent.problem.ConflictException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the work of one job from its first slice of time to its end. A worker advances
 * it slice by slice; anybody may look where it stands or ask it to end.
 */
public final class JobExecution {

	private static final Logger log = LoggerFactory.getLogger(JobExecution.class);

	/** Time between two looks at the clock, in nanoseconds. */
	private static final long BURST = 500_000;

	private final String subject;

	/** Null for what is no job. */
	private final @Nullable String id;

	private final Work work;

	private final InstantSource clock;

	private final LifeCycle lifeCycle;

	/**
	 * Held while the work is touched; fair, so that whoever waits gets in between two
	 * bursts.
	 */
	private final ReentrantLock lock = new ReentrantLock(true);

	/** How many want to get in between two bursts. */
	private final AtomicInteger callers = new AtomicInteger();

	private boolean begun;

	/** Whether it stands in a queue or is in a slice. */
	private boolean linedUp = true;

	private volatile @Nullable StopReason stopReason;

	private volatile @Nullable String failure;

	private volatile long trainedNanos;

	private volatile long samples;

	/** What was counted before it began, by the job that it goes on from. */
	private long samplesBefore;

	/** How many units of work take about as long as a burst. */
	private int unitsPerBurst = 1;

	/** The execution of a job, queued, and meant to be lined up. */
	JobExecution(JobId id, Work work, InstantSource clock) {
		this(id.described(), id.value(), work, clock);
	}

	/**
	 * The execution of what is no job.
	 * @param subject what it is, as the log says it
	 */
	JobExecution(String subject, Work work, InstantSource clock) {
		this(subject, null, work, clock);
	}

	private JobExecution(String subject, @Nullable String id, Work work, InstantSource clock) {
		this.subject = subject;
		this.id = id;
		this.work = work;
		this.clock = clock;
		this.lifeCycle = new LifeCycle(clock.instant());
	}

	/**
	 * Works for about this long.
	 * @param nanos length of the slice
	 * @param ticker nanoseconds from any origin
	 * @return whether to line it up again
	 */
	boolean advance(long nanos, LongSupplier ticker) {
		lock.lock();
		try (var _ = new LoggedJob(id)) {
			work(nanos, ticker);
			linedUp = state() == JobState.RUNNING || state() == JobState.QUEUED;
			return linedUp;
		}
		finally {
			lock.unlock();
		}
	}

	private void work(long nanos, LongSupplier ticker) {
		try {
			if (state() == JobState.QUEUED) {
				begin();
				become(JobState.RUNNING);
			}
			if (state() == JobState.RUNNING) {
				proceed(nanos, ticker);
			}
		}
		catch (RuntimeException | Error ex) {
			fail(ex);
		}
	}

	/** Ends it in any case; only then there may be memory to say so in the log. */
	private void fail(Throwable reason) {
		failure = (reason instanceof OutOfMemoryError)
				? "The service ran out of memory at this; with fewer samples, a smaller network or less to record it may succeed."
				: "The service failed at this, and has logged why; what was recorded until then is kept.";
		try {
			work.end(StopReason.ERROR);
		}
		catch (RuntimeException | Error ex) {
			reason.addSuppressed(ex);
		}
		if (!state().isFinal()) {
			stopReason = StopReason.ERROR;
			lifeCycle.become(JobState.after(StopReason.ERROR), clock.instant());
		}
		log.error("The {} failed", subject, reason);
	}

	private void begin() {
		if (!begun) {
			work.begin();
			samplesBefore = work.samples();
			begun = true;
		}
	}

	private void proceed(long nanos, LongSupplier ticker) {
		long before = trainedNanos;
		long worked = 0;
		long now = ticker.getAsLong();
		var reason = work.stopReason();
		while (reason == null && !work.isHeld() && worked < nanos) {
			work.advance(unitsPerBurst);
			long then = ticker.getAsLong();
			adaptBurst(then - now);
			worked += then - now;
			trainedNanos = before + worked;
			samples = work.samples() - samplesBefore;
			// Whoever gets in may give an ended work more to do, so they come first.
			if (callers.get() > 0 && !remainsRunning()) {
				return;
			}
			reason = work.stopReason();
			if (reason == null && trainedNanos >= work.timeLimit().toNanos()) {
				reason = StopReason.TIME_LIMIT;
			}
			now = ticker.getAsLong();
		}
		if (reason != null) {
			conclude(reason);
		}
		else if (work.isHeld()) {
			become(JobState.PAUSED, work.heldBy());
			work.paused();
		}
	}

	/** Lets those in who wait, and says whether they let the work go on. */
	private boolean remainsRunning() {
		lock.unlock();
		lock.lock();
		return state() == JobState.RUNNING;
	}

	private void adaptBurst(long nanos) {
		if (nanos < BURST / 2) {
			unitsPerBurst = Math.min(2 * unitsPerBurst, 1 << 16);
		}
		else if (nanos > BURST) {
			unitsPerBurst = Math.max(unitsPerBurst / 2, 1);
		}
	}

	/** Ends it for a reason; what was recorded stays. */
	private void conclude(StopReason reason) {
		work.end(reason);
		stopReason = reason;
		become(JobState.after(reason));
	}

	private void become(JobState next) {
		become(next, null);
	}

	private void become(JobState next, @Nullable String breakpoint) {
		lifeCycle.become(next, clock.instant(), breakpoint);
		log.debug("The {} is {}", subject, next.jsonName());
	}

	/**
	 * Ends it where it is. What was recorded stays readable.
	 * @throws ConflictException if it has ended already
	 */
	void cancel() {
		uponRequest(Verb.CANCEL, () -> conclude(StopReason.CANCELLED));
	}

	/**
	 * Lets it stand still.
	 * @throws ConflictException if it does so already, or has ended
	 */
	void pause() {
		uponRequest(Verb.PAUSE, () -> become(JobState.PAUSED));
	}

	/**
	 * Lets it go on.
	 * @param verb what is asked for
	 * @param preparation of the work, before it goes on
	 * @return whether the caller must line it up; if not, it still stands in the queue
	 * @throws ConflictException if it does not stand still
	 */
	boolean resume(Verb verb, Runnable preparation) {
		return betweenBursts(() -> {
			verb.requireAllowedIn(state());
			preparation.run();
			become(JobState.QUEUED);
			boolean mustLineUp = !linedUp;
			linedUp = true;
			return mustLineUp;
		});
	}

	/**
	 * Does something to the work between two bursts.
	 * @throws ConflictException if the state does not allow it
	 */
	void uponRequest(Verb verb, Runnable deed) {
		betweenBursts(() -> {
			verb.requireAllowedIn(state());
			deed.run();
			return true;
		});
	}

	/** Reads or changes the work between two bursts. */
	<T extends @Nullable Object> T betweenBursts(Supplier<T> deed) {
		callers.incrementAndGet();
		lock.lock();
		try (var _ = new LoggedJob(id)) {
			return deed.get();
		}
		finally {
			lock.unlock();
			callers.decrementAndGet();
		}
	}

	public LifeCycle lifeCycle() {
		return lifeCycle;
	}

	public JobState state() {
		return lifeCycle.state();
	}

	/** Why it ended; null before that. */
	public @Nullable StopReason stopReason() {
		return stopReason;
	}

	/** What to know about its failure, in a sentence; null if it has not failed. */
	public @Nullable String failure() {
		return failure;
	}

	/** How long it has been worked on, without waiting. */
	public Duration trainedFor() {
		return Duration.ofNanos(trainedNanos);
	}

	long trainedNanos() {
		return trainedNanos;
	}

	/** Samples whose gradient it has taken, without waiting. */
	long samples() {
		return samples;
	}

}
