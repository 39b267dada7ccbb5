package dev.descent.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import dev.descent.problem.TooBusyException;

/**
 * Advances all active jobs in turn, a slice of time each, on a fixed number of workers,
 * so that a long job never holds up a short one.
 */
final class TrainingScheduler {

	private final BlockingQueue<TrainingJob> queue = new LinkedBlockingQueue<>();

	private final AtomicInteger active = new AtomicInteger();

	private final List<Thread> workers = new ArrayList<>();

	private final int workerCount;

	private final long sliceNanos;

	private final int mostActive;

	private final LongSupplier ticker;

	TrainingScheduler(int workerCount, Duration slice, int mostActive, LongSupplier ticker) {
		this.workerCount = workerCount;
		this.sliceNanos = slice.toNanos();
		this.mostActive = mostActive;
		this.ticker = ticker;
	}

	void start() {
		for (int i = 1; i <= workerCount; i++) {
			workers.add(Thread.ofPlatform().daemon().name("training-" + i).start(this::work));
		}
	}

	/** Ends the workers; jobs stay where they are. */
	void stop() {
		workers.forEach(Thread::interrupt);
		workers.clear();
	}

	/**
	 * Makes room for one more job, before it is made known to anybody.
	 * @throws TooBusyException if as many as allowed are active
	 */
	void reserve() {
		if (active.incrementAndGet() > mostActive) {
			active.decrementAndGet();
			throw new TooBusyException("There are " + mostActive + " active jobs, as many as allowed; try again later.",
					Duration.ofSeconds(5));
		}
	}

	/** Lines up a job for which there is room. */
	void schedule(TrainingJob job) {
		var _ = job.finished().thenRun(active::decrementAndGet);
		queue.add(job);
	}

	private void work() {
		try {
			while (!Thread.currentThread().isInterrupted()) {
				var job = queue.take();
				if (job.advance(sliceNanos, ticker)) {
					queue.add(job);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
