package dev.descent.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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

	private final List<Thread> workers = new ArrayList<>();

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
					if (job.advance(sliceNanos, ticker)) {
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

}
