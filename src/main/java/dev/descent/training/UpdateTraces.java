package dev.descent.training;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import dev.descent.engine.analysis.UpdateRecorder;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.training.StopReason;
import dev.descent.problem.ConflictException;
import dev.descent.problem.Faults;
import dev.descent.problem.NotFoundException;
import dev.descent.problem.RefusedException;
import dev.descent.training.specification.TrainingJobSpecification;
import org.jspecify.annotations.Nullable;

/**
 * Makes any update of a run once more, with the same bits, and keeps all that it came
 * from; in turn with the jobs that are trained.
 */
public final class UpdateTraces {

	private final SpecificationResolver resolver;

	private final WorkLimits workLimits;

	private final Computations computations;

	private final Kernels kernels;

	UpdateTraces(SpecificationResolver resolver, WorkLimits workLimits, Computations computations, Kernels kernels) {
		this.resolver = resolver;
		this.workLimits = workLimits;
		this.computations = computations;
		this.kernels = kernels;
	}

	/**
	 * An update of a job. It fails with {@link NotFoundException} if the run ended before
	 * it; the one at which a run diverged can be asked for.
	 * @param wanted number of the update, from 1; the latest if null
	 * @throws ConflictException if the run has not come to it yet
	 * @throws RefusedException if it is too far from any checkpoint
	 */
	public CompletableFuture<TracedUpdate> of(TrainingJob job, @Nullable Long wanted) {
		boolean ended = job.state().isFinal();
		var present = job.present().last();
		if (wanted == null && present.updates() == 0 && job.stopReason() != StopReason.DIVERGED) {
			throw new ConflictException("The job has made no update yet.");
		}
		long step = (wanted != null) ? wanted : Math.max(1, present.updates());
		if (step > present.updates() && !ended) {
			throw new ConflictException("The job has not come to step " + step + " yet.");
		}
		var before = new Moment.AfterUpdate(step - 1);
		var from = job.checkpoints().before(before);
		if (from == null) {
			throw new ConflictException("The job has recorded nothing yet.");
		}
		var faults = new Faults();
		workLimits.check(before, from, "step", faults);
		faults.throwIfAny();
		var course = job.course();
		return computations.submit("trace of the " + job.id().described(),
				new Trace(step, kernels, (recorder) -> new CourseRun(course, from, kernels, recorder)));
	}

	/**
	 * An update of a run that no job was made for.
	 * @param wanted checked as far as can be done without its data
	 * @throws RefusedException if it does not fit its data or the limits
	 */
	public CompletableFuture<TracedUpdate> of(TrainingJobSpecification wanted, long step) {
		var faults = new Faults();
		var resolved = resolver.resolve(wanted, faults);
		workLimits.check(step, resolved.course().inForce(), resolved.shape(), faults);
		faults.throwIfAny();
		return computations.submit("trace of a step",
				new Trace(step, kernels,
						(recorder) -> new CourseRun(resolved.course(),
								new Experiment(resolved.course().phase(0).specification(), resolved.data().get()),
								kernels, recorder)));
	}

	/** Goes to an update and not further. */
	private static final class Trace implements Computation<TracedUpdate> {

		private final UpdateRecorder recorder;

		private final long step;

		private final Beginner beginner;

		private @Nullable CourseRun run;

		Trace(long step, Kernels kernels, Beginner beginner) {
			this.step = step;
			this.recorder = new UpdateRecorder(step, kernels);
			this.beginner = beginner;
		}

		@Override
		public void begin() {
			run = beginner.begin(recorder);
		}

		@Override
		public void advance(int units) {
			run().advance(units, recorder);
		}

		@Override
		public boolean finished() {
			return recorder.finished() || run().stopReason() != null;
		}

		@Override
		public TracedUpdate result() {
			if (!recorder.finished()) {
				throw new NotFoundException(
						"There is no step " + step + " in this run: it ended at step " + run().state().step() + ".");
			}
			return new TracedUpdate(run().experiment(), recorder.trace());
		}

		private CourseRun run() {
			return Objects.requireNonNull(run);
		}

	}

	/** Makes the run. */
	@FunctionalInterface
	private interface Beginner {

		CourseRun begin(UpdateRecorder recorder);

	}

}
