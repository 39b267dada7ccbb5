package dev.descent.training;

import java.time.InstantSource;
import java.util.function.Supplier;

import dev.descent.dataset.Dataset;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.training.StopReason;
import dev.descent.engine.training.TrainingRun;
import dev.descent.engine.training.TrainingState;
import dev.descent.problem.ConflictException;
import dev.descent.training.specification.TrainingJobSpecification;
import org.jspecify.annotations.Nullable;

/** One requested training: its specification, where it stands and what it recorded. */
public final class TrainingJob implements Job {

	private final TrainingJobId id;

	private final TrainingJobSpecification specification;

	private final Supplier<Dataset> data;

	private final Kernels kernels;

	private final JobExecution execution;

	private final LossHistory history;

	private final Checkpoints checkpoints;

	private volatile @Nullable Experiment experiment;

	/** Touched by {@link Training} and between its slices only. */
	private @Nullable TrainingRun run;

	/**
	 * @param specification resolved
	 * @param data gives the dataset, when the first slice begins
	 * @param checkpointLimit how many checkpoints fit into memory
	 */
	TrainingJob(TrainingJobId id, TrainingJobSpecification specification, Supplier<Dataset> data, int checkpointLimit,
			Kernels kernels, InstantSource clock) {
		this.id = id;
		this.specification = specification;
		this.data = data;
		this.kernels = kernels;
		this.history = new LossHistory(
				1 + Math.ceilDiv(specification.training().epochs(), specification.recording().evaluateEvery()));
		this.checkpoints = new Checkpoints(Math.min(checkpointLimit, specification.recording().checkpoints()));
		this.execution = new JobExecution(id, new Training(), specification.training().timeLimit(), clock);
	}

	/**
	 * The parameters as they are now: of the last update if the job runs, of its end if
	 * it has ended.
	 * @throws ConflictException if there are none yet
	 */
	public Checkpoint present() {
		var running = execution
			.<@Nullable Checkpoint>betweenSlices(() -> (run != null) ? new Checkpoint(run.state()) : null);
		var present = (running != null) ? running : checkpoints.latest();
		if (present == null) {
			throw new ConflictException("The job has recorded nothing yet.");
		}
		return present;
	}

	/** The parameters at an epoch, or the present ones if none is asked for. */
	public Checkpoint at(@Nullable Integer epoch) {
		return (epoch != null) ? checkpoints.at(epoch) : present();
	}

	/**
	 * The data and the network, once the job has started.
	 * @throws ConflictException if it has not
	 */
	public Experiment experiment() {
		var prepared = experiment;
		if (prepared == null) {
			throw new ConflictException("The job has recorded nothing yet.");
		}
		return prepared;
	}

	@Override
	public TrainingJobId id() {
		return id;
	}

	@Override
	public JobExecution execution() {
		return execution;
	}

	public TrainingJobSpecification specification() {
		return specification;
	}

	@Override
	public TrainingJobSpecification training() {
		return specification();
	}

	public LossHistory history() {
		return history;
	}

	public Checkpoints checkpoints() {
		return checkpoints;
	}

	@Override
	public long bytes() {
		var prepared = experiment;
		if (prepared == null) {
			return history.bytes() + specification.textBytes();
		}
		long state = TrainingState.size(prepared.plan()) * Double.BYTES;
		return history.bytes() + checkpoints.size() * state + prepared.bytes() + specification.textBytes();
	}

	/** Makes the run, advances it, and keeps how it ended. */
	private final class Training implements Work {

		@Override
		public void begin() {
			var prepared = new Experiment(specification, data.get());
			run = prepared.start(kernels, (evaluated) -> {
				history.append(evaluated);
				checkpoints.offer(evaluated);
			});
			experiment = prepared;
		}

		@Override
		public void advance(int units) {
			if (run != null) {
				run.advance(units);
			}
		}

		@Override
		public @Nullable StopReason stopReason() {
			return (run != null) ? run.state().stopReason() : null;
		}

		@Override
		public void end(StopReason reason) {
			var ended = run;
			run = null;
			if (ended == null) {
				return;
			}
			if (!ended.finished() && reason != StopReason.ERROR) {
				ended.stop(reason);
			}
			if (isSound(ended.state(), reason)) {
				checkpoints.end(new Checkpoint(ended.state()));
			}
		}

		/** Whether a run has ended with parameters and figures that mean something. */
		private static boolean isSound(TrainingState state, StopReason reason) {
			return state.restored() || (reason != StopReason.DIVERGED && reason != StopReason.ERROR);
		}

	}

}
