package dev.descent.limits;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.problem.TooBusyException;

/**
 * The memory in which requests are read and answered. Whoever is about to take much of it
 * borrows it first for the request of the present thread; all of it is given back when
 * the request has been answered. So many large answers at once are refused, and none
 * takes the memory of the jobs.
 */
public final class WorkingMemory {

	private static final ScopedValue<Loan> PRESENT = ScopedValue.newInstance();

	/** An answer is made in moments. */
	private static final Duration SOON = Duration.ofSeconds(1);

	private final long most;

	private final AtomicLong lent = new AtomicLong();

	/**
	 * @param most bytes for all requests together
	 */
	public WorkingMemory(long most) {
		this.most = most;
	}

	/** What is lent now, in bytes. */
	public long lent() {
		return lent.get();
	}

	/** Begins a request, which has borrowed nothing yet. */
	public Loan open() {
		return new Loan();
	}

	/**
	 * Borrows for the request that the present thread answers. A thread that answers
	 * none, as one that trains, borrows nothing: what it takes was counted before.
	 * @throws TooBusyException if it does not fit now
	 * @throws RefusedException if it never could
	 */
	public static void borrow(long bytes) {
		if (PRESENT.isBound()) {
			PRESENT.get().take(bytes);
		}
	}

	/** Gives back all that the request of the present thread has borrowed so far. */
	public static void repay() {
		if (PRESENT.isBound()) {
			PRESENT.get().repayAll();
		}
	}

	/**
	 * An executor whose tasks borrow for the request that the present thread answers.
	 */
	public static Executor carriedBy(Executor executor) {
		if (!PRESENT.isBound()) {
			return executor;
		}
		var loan = PRESENT.get();
		return (task) -> executor.execute(() -> loan.run(task));
	}

	/** What one request has borrowed. */
	public final class Loan implements AutoCloseable {

		private long bytes;

		private boolean ended;

		private Loan() {
		}

		/** Does something for this request. */
		public void run(Runnable task) {
			ScopedValue.where(PRESENT, this).run(task);
		}

		/** Does something for this request that may fail. */
		public <X extends Throwable> void call(ScopedValue.CallableOp<?, X> task) throws X {
			var _ = ScopedValue.where(PRESENT, this).call(task);
		}

		private synchronized void take(long more) {
			if (ended) {
				throw new TooBusyException("The request has ended.", SOON);
			}
			if (more > most) {
				throw new RefusedException(List.of(new Fault("",
						"takes about %,d bytes of memory to answer; there are %,d".formatted(more, most))));
			}
			if (lent.addAndGet(more) > most) {
				lent.addAndGet(-more);
				throw new TooBusyException(
						"Other requests hold the memory that this one needs, about %,d bytes; try again later."
							.formatted(more),
						SOON);
			}
			bytes += more;
		}

		private synchronized void repayAll() {
			lent.addAndGet(-bytes);
			bytes = 0;
		}

		/** Gives back what was borrowed, and borrows no more. */
		@Override
		public synchronized void close() {
			ended = true;
			repayAll();
		}

	}

}
