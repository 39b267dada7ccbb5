package dev.descent.training;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import dev.descent.problem.TooBusyException;

/**
 * Advances all active jobs in turn, a slice of time each, on a fixed number of workers,
 * so that a long job never holds up a short one.
 */
public final class TrainingScheduler {

	/** After so many slices a job is no longer young. */
	private static final int YOUNG_SLICES = 5;

	private final TurnQueue queue;

	/** Those that have room, and some that have ended since. */
	private final Set<LifeCycle> active = new HashSet<>();

	/** That are being made. */
	private final AtomicInteger slices = new AtomicInteger();

	private final LongAdder slicesMade = new LongAdder();

	private final LongAdder slicedNanos = new LongAdder();

	private final LongAdder samples = new LongAdder();

	private final List<Thread> workers = new CopyOnWriteArrayList<>();

	private final int workerCount;

	private final long sliceNanos;

	private final int mostActive;

	private final LongSupplier ticker;

	TrainingScheduler(int workerCount, Duration slice, int mostActive, LongSupplier ticker) {
		this.workerCount = workerCount;
		this.sliceNanos = slice.toNanos();
		this.queue = new TurnQueue(YOUNG_SLICES * sliceNanos);
		this.mostActive = mostActive;
		this.ticker = ticker;
	}

	void start() {
		for (int i = 1; i <= workerCount; i++) {
			workers.add(Thread.ofPlatform().daemon().name("training-" + i).start(this::work));
		}
	}

	/** How many jobs are trained at the same moment, at most. */
	public int workers() {
		return workerCount;
	}

	/** How many workers there are now. */
	long alive() {
		return workers.stream().filter(Thread::isAlive).count();
	}

	/** Ends the workers; jobs stay where they are. */
	void stop() {
		workers.forEach(Thread::interrupt);
		workers.clear();
	}

	/**
	 * Makes room for one more job, before it is made known to anybody. A job has its room
	 * until it has ended.
	 * @throws TooBusyException if as many as allowed are active
	 */
	synchronized void reserve(LifeCycle job) {
		active.removeIf((other) -> other.state().isFinal());
		if (active.size() >= mostActive) {
			throw new TooBusyException("There are " + mostActive + " active jobs, as many as allowed; try again later.",
					Duration.ofSeconds(5));
		}
		active.add(job);
	}

	/** How many have room. */
	synchronized int active() {
		active.removeIf((other) -> other.state().isFinal());
		return active.size();
	}

	/** Lines up a job for which there is room. */
	void schedule(JobExecution job) {
		queue.add(job);
	}

	/** Whether a job is trained at the moment. */
	boolean training() {
		return slices.get() > 0;
	}

	private void work() {
		try {
			while (!Thread.currentThread().isInterrupted()) {
				var job = queue.take();
				slices.incrementAndGet();
				try {
					if (advance(job)) {
						queue.add(job);
					}
				}
				finally {
					slices.decrementAndGet();
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean advance(JobExecution job) {
		long nanos = job.trainedNanos();
		long trained = job.samples();
		boolean again = job.advance(sliceNanos, ticker);
		slicesMade.increment();
		slicedNanos.add(job.trainedNanos() - nanos);
		samples.add(job.samples() - trained);
		return again;
	}

	/** Slices made so far. */
	long slices() {
		return slicesMade.sum();
	}

	/** The time worked in them, in nanoseconds. */
	long slicedNanos() {
		return slicedNanos.sum();
	}

	/** Samples whose gradient was taken in them. */
	long samples() {
		return samples.sum();
	}

}
