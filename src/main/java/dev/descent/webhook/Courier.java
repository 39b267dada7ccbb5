package dev.descent.webhook;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

import dev.descent.training.LoggedJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers messages, trying again after longer and longer pauses. Who hands one over does
 * not wait.
 */
final class Courier {

	private static final Logger log = LoggerFactory.getLogger(Courier.class);

	private final Transport transport;

	private final List<Duration> delays;

	private final Executor executor;

	private final Pause pause;

	private final InstantSource clock;

	private final Semaphore underWay;

	private final Semaphore room;

	private final int most;

	private final LongAdder delivered = new LongAdder();

	private final LongAdder failed = new LongAdder();

	/**
	 * @param delays pauses between the attempts
	 * @param executor has a thread for whoever needs one
	 */
	Courier(Transport transport, List<Duration> delays, int concurrency, int waiting, Executor executor, Pause pause,
			InstantSource clock) {
		this.transport = transport;
		this.delays = List.copyOf(delays);
		this.executor = executor;
		this.pause = pause;
		this.clock = clock;
		this.underWay = new Semaphore(concurrency);
		this.room = new Semaphore(waiting);
		this.most = waiting;
	}

	/** Begins a delivery, or gives it up if too many are waiting. */
	void take(Delivery delivery) {
		if (room.tryAcquire()) {
			start(delivery);
		}
		else {
			log.warn("Delivery {} was dropped: too many are waiting", delivery.id());
			delivery.giveUp("too many messages were waiting");
			failed.increment();
		}
	}

	private void start(Delivery delivery) {
		try {
			executor.execute(() -> deliver(delivery));
		}
		catch (RejectedExecutionException _) {
			settle(delivery, "the service stopped");
		}
	}

	private void deliver(Delivery delivery) {
		try (var _ = new LoggedJob(delivery.jobId())) {
			attempt(delivery);
		}
	}

	private void attempt(Delivery delivery) {
		try {
			underWay.acquire();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			settle(delivery, "the service stopped");
			return;
		}
		Outcome outcome;
		try {
			outcome = delivery.attempt(transport, clock.instant());
		}
		finally {
			underWay.release();
		}
		proceed(delivery, outcome);
	}

	private void proceed(Delivery delivery, Outcome outcome) {
		int made = delivery.attempts().size();
		if (outcome.succeeded()) {
			delivery.delivered();
			delivered.increment();
			room.release();
		}
		else if (outcome.worthAnother() && made <= delays.size()) {
			again(delivery, delays.get(made - 1));
		}
		else {
			settle(delivery, Objects.requireNonNull(outcome.failure()));
		}
	}

	private void again(Delivery delivery, Duration delay) {
		try {
			pause.then(delay, () -> start(delivery));
		}
		catch (RejectedExecutionException _) {
			settle(delivery, "the service stopped");
		}
	}

	private void settle(Delivery delivery, String why) {
		log.info("Delivery {} was given up after {} attempts: {}", delivery.id(), delivery.attempts().size(), why);
		delivery.giveUp(why);
		failed.increment();
		room.release();
	}

	/** How many messages were accepted. */
	long delivered() {
		return delivered.sum();
	}

	/** How many were given up. */
	long failed() {
		return failed.sum();
	}

	/** How many are neither. */
	int waiting() {
		return most - room.availablePermits();
	}

}
