package dev.descent.training;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import dev.descent.dataset.Dataset;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.training.StopReason;
import dev.descent.engine.training.TrainingRun;
import dev.descent.engine.training.TrainingState;
import dev.descent.problem.ConflictException;
import dev.descent.training.specification.TrainingJobSpecification;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One requested training: its specification, where it stands and what it recorded. A
 * worker advances it slice by slice; anybody may read it or ask it to end.
 */
public final class TrainingJob {

	private static final Logger log = LoggerFactory.getLogger(TrainingJob.class);

	/** Time between two looks at the clock, in nanoseconds. */
	private static final long BURST = 500_000;

	private final TrainingJobId id;

	private final TrainingJobSpecification specification;

	private final Supplier<Dataset> data;

	private final Kernels kernels;

	private final InstantSource clock;

	private final LifeCycle lifeCycle;

	private final LossHistory history = new LossHistory();

	private final Checkpoints checkpoints;

	private final CompletableFuture<TrainingJob> finished = new CompletableFuture<>();

	/**
	 * Held while the run is touched; fair, so that a reader gets in between two slices.
	 */
	private final ReentrantLock lock = new ReentrantLock(true);

	private volatile boolean cancelRequested;

	private volatile @Nullable Experiment experiment;

	private volatile @Nullable StopReason stopReason;

	private volatile long trainedNanos;

	private @Nullable TrainingRun run;

	/** How many units of work take about as long as a burst. */
	private int unitsPerBurst = 1;

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
		this.clock = clock;
		this.lifeCycle = new LifeCycle(clock.instant());
		this.checkpoints = new Checkpoints(Math.min(checkpointLimit, specification.recording().checkpoints()));
	}

	/**
	 * Trains for about this long.
	 * @param nanos length of the slice
	 * @param ticker nanoseconds from any origin
	 * @return whether there is more to do
	 */
	boolean advance(long nanos, LongSupplier ticker) {
		lock.lock();
		try {
			if (state().isFinal()) {
				return false;
			}
			train(started(), nanos, ticker);
		}
		catch (RuntimeException | Error ex) {
			log.error("Training job {} failed", id, ex);
			conclude(StopReason.ERROR);
		}
		finally {
			lock.unlock();
		}
		return !state().isFinal();
	}

	private TrainingRun started() {
		var current = run;
		if (current == null) {
			var prepared = new Experiment(specification, data.get());
			current = prepared.start(kernels, (evaluated) -> {
				history.append(evaluated);
				checkpoints.offer(evaluated);
			});
			experiment = prepared;
			run = current;
			lifeCycle.become(JobState.RUNNING, clock.instant());
		}
		return current;
	}

	private void train(TrainingRun current, long nanos, LongSupplier ticker) {
		long limit = specification.training().timeLimit().toNanos();
		long start = ticker.getAsLong();
		long before = trainedNanos;
		long now = start;
		while (!current.finished() && now - start < nanos && !cancelRequested) {
			current.advance(unitsPerBurst);
			long then = ticker.getAsLong();
			adaptBurst(then - now);
			now = then;
			trainedNanos = before + now - start;
			if (trainedNanos >= limit && !current.finished()) {
				current.stop(StopReason.TIME_LIMIT);
			}
		}
		if (current.state().stopReason() != null) {
			conclude(current.state().stopReason());
		}
	}

	private void adaptBurst(long nanos) {
		if (nanos < BURST / 2) {
			unitsPerBurst = Math.min(2 * unitsPerBurst, 1 << 16);
		}
		else if (nanos > BURST) {
			unitsPerBurst = Math.max(unitsPerBurst / 2, 1);
		}
	}

	/** Ends the job for a reason; what was recorded stays. */
	private void conclude(StopReason reason) {
		var ended = run;
		if (ended != null && isSound(ended.state(), reason)) {
			checkpoints.end(new Checkpoint(ended.state().copy()));
		}
		stopReason = reason;
		run = null;
		lifeCycle.become(JobState.after(reason), clock.instant());
		finished.complete(this);
	}

	/** Whether a run has ended with parameters and figures that mean something. */
	private static boolean isSound(TrainingState state, StopReason reason) {
		return state.restored() || (reason != StopReason.DIVERGED && reason != StopReason.ERROR);
	}

	/**
	 * Ends the job where it is. What was recorded stays readable.
	 * @throws ConflictException if it has ended already
	 */
	void cancel() {
		cancelRequested = true;
		lock.lock();
		try {
			if (state().isFinal()) {
				throw new ConflictException("The job has ended already; it cannot be cancelled.");
			}
			var current = run;
			if (current != null) {
				current.stop(StopReason.CANCELLED);
			}
			conclude(StopReason.CANCELLED);
		}
		finally {
			lock.unlock();
		}
	}

	/**
	 * The parameters as they are now: of the last update if the job runs, of its end if
	 * it has ended.
	 * @throws ConflictException if there are none yet
	 */
	public Checkpoint present() {
		lock.lock();
		try {
			var current = run;
			if (current != null) {
				return new Checkpoint(current.state().copy());
			}
		}
		finally {
			lock.unlock();
		}
		var latest = checkpoints.latest();
		if (latest == null) {
			throw new ConflictException("The job has recorded nothing yet.");
		}
		return latest;
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

	public TrainingJobId id() {
		return id;
	}

	public TrainingJobSpecification specification() {
		return specification;
	}

	public LifeCycle lifeCycle() {
		return lifeCycle;
	}

	public JobState state() {
		return lifeCycle.state();
	}

	/** Why it ended; null before that. */
	public @Nullable StopReason stopReason() {
		return stopReason;
	}

	public LossHistory history() {
		return history;
	}

	public Checkpoints checkpoints() {
		return checkpoints;
	}

	/** How long it has been trained, without waiting. */
	public Duration trainedFor() {
		return Duration.ofNanos(trainedNanos);
	}

	/** Completes when the job has ended. */
	public CompletableFuture<TrainingJob> finished() {
		return finished.copy();
	}

	/** When it will be forgotten; null before it has ended, and for the example. */
	@Nullable Instant expiresAt(Duration retention) {
		return isForgettable() ? lifeCycle.since().plus(retention) : null;
	}

	boolean isForgettable() {
		return state().isFinal() && !id.equals(TrainingJobId.EXAMPLE);
	}

	/** The memory that a finished job takes, about. */
	long bytes() {
		var prepared = experiment;
		if (prepared == null) {
			return history.bytes();
		}
		long state = TrainingState.size(prepared.plan()) * Double.BYTES;
		return history.bytes() + checkpoints.size() * state + prepared.bytes();
	}

}
