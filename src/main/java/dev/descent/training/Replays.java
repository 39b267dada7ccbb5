package dev.descent.training;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

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

	private final WorkLimits workLimits;

	private final Computations computations;

	private final Kernels kernels;

	Replays(WorkLimits workLimits, Computations computations, Kernels kernels) {
		this.workLimits = workLimits;
		this.computations = computations;
		this.kernels = kernels;
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
		return computations.submit("replay of the " + job.id().described(), new Replay(course, from, moment));
	}

	private static NotFoundException tooLate(Moment moment, long updates) {
		return new NotFoundException(
				"There is no " + moment.name() + " in this run: it ended at step " + updates + ".");
	}

	/** Goes from a checkpoint to a moment, and not further. */
	private final class Replay implements Computation<Checkpoint>, TrainingListener {

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

		/** The state beside the checkpoint, its copies, and the samples again. */
		@Override
		public long bytes() {
			return 4 * from.bytes() + from.experiment().bytes();
		}

		@Override
		public void begin() {
			run = new CourseRun(course, from, kernels, this);
		}

		@Override
		public void advance(int units) {
			run().advance(units, moment);
		}

		@Override
		public void evaluated(TrainingRun run) {
			evaluations++;
		}

		@Override
		public boolean finished() {
			return run().stopReason() != null || moment.reachedBy(run().state());
		}

		@Override
		public Checkpoint result() {
			if (run().stopReason() == StopReason.DIVERGED || !moment.reachedBy(run().state())) {
				throw tooLate(moment, run().state().step());
			}
			return run().checkpoint(evaluations).last();
		}

		private CourseRun run() {
			return Objects.requireNonNull(run);
		}

	}

}
