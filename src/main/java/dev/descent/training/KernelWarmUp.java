package dev.descent.training;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.WarmingKernels;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Warms kernels up on a thread of its own while jobs are trained on others that need no
 * warm-up. Jobs come first: a processor that warms up does not train, and code that is
 * compiled for the warm-up keeps that of the jobs waiting.
 */
final class KernelWarmUp {

	private static final Logger log = LoggerFactory.getLogger(KernelWarmUp.class);

	/** Work on the warm-up; where SIMD code is compiled at all, it takes seconds. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/** How long it rests while jobs are trained, in lengths of the last round. */
	private static final int REST = 9;

	/** And while none are: the requests of the first ones are cold, too. */
	private static final int IDLE_REST = 2;

	/** A guess at the first round, which loads classes. */
	private static final Duration FIRST_ROUND = Duration.ofMillis(20);

	private final Kernels kernels;

	private final BooleanSupplier training;

	private final LongSupplier ticker;

	private final Pause pause;

	private volatile State state;

	private @Nullable Thread thread;

	enum State {

		/** Nothing has to be warmed up. */
		NONE,

		/** About to begin, or going on. */
		PENDING,

		/** The faster kernels have taken over. */
		DONE,

		/** The faster kernels did not become faster. */
		GIVEN_UP

	}

	/** Lets time pass. */
	interface Pause {

		void last(Duration duration) throws InterruptedException;

	}

	/**
	 * @param training whether jobs are trained at the moment
	 * @param ticker nanoseconds from any origin
	 */
	KernelWarmUp(Kernels kernels, BooleanSupplier training, LongSupplier ticker, Pause pause) {
		this.kernels = kernels;
		this.training = training;
		this.ticker = ticker;
		this.pause = pause;
		this.state = (kernels instanceof WarmingKernels) ? State.PENDING : State.NONE;
	}

	State state() {
		return state;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		if (kernels instanceof WarmingKernels warming) {
			thread = Thread.ofPlatform().daemon().name("kernel-warm-up").start(() -> run(warming));
		}
	}

	void stop() {
		if (thread != null) {
			thread.interrupt();
		}
	}

	private void run(WarmingKernels warming) {
		try {
			warmUp(warming);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void rest(long round) throws InterruptedException {
		pause.last(Duration.ofNanos((training.getAsBoolean() ? REST : IDLE_REST) * round));
	}

	/** Works for at most {@link #PATIENCE}, rests not counted. */
	void warmUp(WarmingKernels warming) throws InterruptedException {
		rest(FIRST_ROUND.toNanos());
		var warmUp = warming.warmUp();
		long worked = 0;
		while (worked < PATIENCE.toNanos()) {
			long start = ticker.getAsLong();
			boolean done = warmUp.advance(ticker);
			long round = ticker.getAsLong() - start;
			worked += round;
			if (done) {
				state = State.DONE;
				log.info("Training with {} kernels from now on; they are warm after {} ms of work", kernels.name(),
						Duration.ofNanos(worked).toMillis());
				return;
			}
			rest(round);
		}
		state = State.GIVEN_UP;
		log.warn("Training with {} kernels for good: the vector ones did not become faster in {} s of warm-up; is java"
				+ " kept from compiling (-Xint, -XX:TieredStopAtLevel)?", kernels.name(), PATIENCE.toSeconds());
	}

}
