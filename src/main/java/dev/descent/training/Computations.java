package dev.descent.training;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.descent.engine.training.StopReason;
import dev.descent.limits.WorkingMemory;
import dev.descent.problem.TooBusyException;
import org.jspecify.annotations.Nullable;

/** Works out answers in turn with the jobs that are trained. */
public final class Computations {

	/** Far beyond what the bounds on the work let through. */
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final TrainingScheduler scheduler;

	private final InstantSource clock;

	Computations(TrainingScheduler scheduler, InstantSource clock) {
		this.scheduler = scheduler;
		this.clock = clock;
	}

	/**
	 * Lines up a computation.
	 * @param purpose what it is for, in the log
	 * @return completes with the result, or with what the computation throws; what
	 * follows it is not done by those who train
	 * @throws TooBusyException if there is no room among the active jobs
	 */
	public <T> CompletableFuture<T> submit(String purpose, Computation<T> computation) {
		var task = new Task<>(computation);
		var execution = new JobExecution(purpose, task, clock);
		scheduler.room().reserve(execution.lifeCycle(), computation.bytes());
		scheduler.schedule(execution);
		// What is made of the result borrows for the request that asked.
		return task.result.thenApplyAsync(Function.identity(), WorkingMemory.carriedBy(Thread::startVirtualThread));
	}

	/** Drives one computation. */
	private static final class Task<T> implements Work {

		private final CompletableFuture<T> result = new CompletableFuture<>();

		private @Nullable Computation<T> computation;

		private @Nullable RuntimeException failure;

		Task(Computation<T> computation) {
			this.computation = computation;
		}

		@Override
		public void begin() {
			attempt(Computation::begin);
		}

		@Override
		public void advance(int units) {
			attempt((computation) -> computation.advance(units));
		}

		/** What is wrong is for those who asked to know. */
		private void attempt(Consumer<Computation<T>> deed) {
			if (computation != null && failure == null) {
				try {
					deed.accept(computation);
				}
				catch (RuntimeException ex) {
					failure = ex;
				}
			}
		}

		@Override
		public @Nullable StopReason stopReason() {
			return (failure != null || (computation != null && computation.finished())) ? StopReason.COMPLETED : null;
		}

		@Override
		public Duration timeLimit() {
			return PATIENCE;
		}

		@Override
		public void end(StopReason reason) {
			var ended = computation;
			computation = null;
			if (failure != null) {
				result.completeExceptionally(failure);
				return;
			}
			if (ended == null || reason != StopReason.COMPLETED) {
				result.completeExceptionally(new IllegalStateException("a computation ended: " + reason));
				return;
			}
			try {
				result.complete(ended.result());
			}
			catch (RuntimeException ex) {
				result.completeExceptionally(ex);
			}
		}

	}

}
