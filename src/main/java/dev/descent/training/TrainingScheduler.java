package dev.descent.training;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Advances all active jobs in turn, a slice of time each, on a fixed number of workers,
 * so that a long job never holds up a short one.
 */
public final class TrainingScheduler {

	private static final Logger log = LoggerFactory.getLogger(TrainingScheduler.class);

	/** After so many slices a job is no longer young. */
	private static final int YOUNG_SLICES = 5;

	private final TurnQueue queue;

	private final Room room;

	/** That are being made. */
	private final AtomicInteger slices = new AtomicInteger();

	private final LongAdder slicesMade = new LongAdder();

	private final LongAdder slicedNanos = new LongAdder();

	private final LongAdder samples = new LongAdder();

	private final List<Thread> workers = new CopyOnWriteArrayList<>();

	private final int workerCount;

	private final long sliceNanos;

	private final LongSupplier ticker;

	private volatile boolean stopping;

	/**
	 * @param room for those that are active
	 * @param ticker nanoseconds from any origin
	 */
	TrainingScheduler(int workerCount, Duration slice, Room room, LongSupplier ticker) {
		this.workerCount = workerCount;
		this.sliceNanos = slice.toNanos();
		this.queue = new TurnQueue(YOUNG_SLICES * sliceNanos);
		this.room = room;
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
		stopping = true;
		workers.forEach(Thread::interrupt);
		workers.clear();
	}

	/** The room that jobs must have before they are lined up. */
	public Room room() {
		return room;
	}

	/** How many wait for their turn. */
	public int waiting() {
		return queue.size();
	}

	/** Lines up a job for which there is room. */
	void schedule(JobExecution job) {
		queue.add(job);
	}

	/** Whether a job is trained at the moment. */
	boolean training() {
		return slices.get() > 0;
	}

	/** Only {@link #stop} ends a worker, whatever else happens to its thread. */
	private void work() {
		while (!stopping) {
			try {
				workOn(queue.take());
			}
			catch (InterruptedException ex) {
				log.debug("A worker was interrupted", ex);
			}
			catch (RuntimeException | Error ex) {
				log.error("A worker lost a job", ex);
			}
		}
	}

	private void workOn(JobExecution job) {
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
