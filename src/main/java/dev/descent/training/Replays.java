package dev.descent.training;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.training.StopReason;
import dev.descent.engine.training.TrainingListener;
import dev.descent.engine.training.TrainingRun;
import dev.descent.problem.ConflictException;
import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import dev.descent.problem.NotFoundException;
import dev.descent.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Finds any moment of a job again: from the nearest checkpoint before it the run is made
 * once more, with the same bits, in turn with the jobs that are trained.
 */
public final class Replays {

	/** Far beyond what the bound on the work lets through. */
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final WorkLimits workLimits;

	private final TrainingScheduler scheduler;

	private final Kernels kernels;

	private final InstantSource clock;

	Replays(WorkLimits workLimits, TrainingScheduler scheduler, Kernels kernels, InstantSource clock) {
		this.workLimits = workLimits;
		this.scheduler = scheduler;
		this.kernels = kernels;
		this.clock = clock;
	}

	/**
	 * A moment of a job; the present one if neither epoch nor step is given. It fails
	 * with {@link NotFoundException} if the run ended before that moment.
	 * @return complete if the moment was kept; else what follows it is not done by those
	 * who train
	 * @throws ConflictException if the run has not come to it yet
	 * @throws RefusedException if it is too far from any checkpoint
	 */
	public CompletableFuture<Checkpoint> at(TrainingJob job, @Nullable Integer epoch, @Nullable Long step) {
		if (step != null) {
			if (epoch != null) {
				throw new RefusedException(List.of(Fault.ofParameter("step", "must not be given together with epoch")));
			}
			return at(job, new Moment.AfterUpdate(step), "step");
		}
		return (epoch != null) ? at(job, new Moment.AfterEpoch(epoch), "epoch")
				: CompletableFuture.completedFuture(job.present());
	}

	private CompletableFuture<Checkpoint> at(TrainingJob job, Moment moment, String parameter) {
		boolean ended = job.state().isFinal();
		var present = job.present().last();
		if (moment.isAt(present)) {
			return CompletableFuture.completedFuture(present);
		}
		if (moment.follows(present)) {
			if (!ended) {
				throw new ConflictException("The job has not come to " + moment.name() + " yet.");
			}
			if (job.stopReason() != StopReason.DIVERGED) {
				throw tooLate(moment, present.updates());
			}
		}
		var course = job.course();
		var from = job.checkpoints().before(moment);
		if (from == null) {
			throw new ConflictException("The job has recorded nothing yet.");
		}
		if (moment.isAt(from) && from.phase() == course.phaseAfter(from.updates())) {
			return CompletableFuture.completedFuture(from.last());
		}
		var faults = new Faults();
		workLimits.check(moment, from, parameter, faults);
		faults.throwIfAny();
		return replayed(job.id(), course, from, moment);
	}

	private CompletableFuture<Checkpoint> replayed(TrainingJobId id, Course course, Checkpoint from, Moment moment) {
		var replay = new Replay(course, from, moment);
		var execution = new JobExecution(id, replay, clock);
		scheduler.reserve(execution);
		scheduler.schedule(execution);
		return replay.result.thenApplyAsync(Function.identity(), Thread::startVirtualThread);
	}

	private static NotFoundException tooLate(Moment moment, long updates) {
		return new NotFoundException(
				"There is no " + moment.name() + " in this run: it ended at step " + updates + ".");
	}

	/** Goes from a checkpoint to a moment, and not further. */
	private final class Replay implements Work, TrainingListener {

		private final CompletableFuture<Checkpoint> result = new CompletableFuture<>();

		private final Course course;

		private final Checkpoint from;

		private final Moment moment;

		private long evaluations;

		private @Nullable CourseRun run;

		Replay(Course course, Checkpoint from, Moment moment) {
			this.course = course;
			this.from = from;
			this.moment = moment;
			this.evaluations = from.evaluations();
		}

		@Override
		public void begin() {
			run = new CourseRun(course, from, kernels, this);
		}

		@Override
		public void advance(int units) {
			if (run != null) {
				run.advance(units, moment);
			}
		}

		@Override
		public void evaluated(TrainingRun run) {
			evaluations++;
		}

		@Override
		public @Nullable StopReason stopReason() {
			return (run != null && (run.stopReason() != null || moment.reachedBy(run.state()))) ? StopReason.COMPLETED
					: null;
		}

		@Override
		public Duration timeLimit() {
			return PATIENCE;
		}

		@Override
		public void end(StopReason reason) {
			var ended = run;
			run = null;
			if (ended == null || reason != StopReason.COMPLETED) {
				result.completeExceptionally(new IllegalStateException("the replay ended: " + reason));
			}
			else if (ended.stopReason() == StopReason.DIVERGED || !moment.reachedBy(ended.state())) {
				result.completeExceptionally(tooLate(moment, ended.state().step()));
			}
			else {
				result.complete(ended.checkpoint(evaluations).last());
			}
		}

	}

}
