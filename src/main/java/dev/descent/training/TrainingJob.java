package dev.descent.training;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.DatasetShape;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.training.Hold;
import dev.descent.engine.training.StopReason;
import dev.descent.engine.training.TrainingListener;
import dev.descent.engine.training.TrainingRun;
import dev.descent.engine.training.TrainingState;
import dev.descent.problem.ConflictException;
import dev.descent.training.specification.InstrumentLevel;
import dev.descent.training.specification.JobDescription;
import dev.descent.training.specification.JobEvent;
import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.training.specification.WeightEdit;
import org.jspecify.annotations.Nullable;

/** One requested training: its course, where it stands and what it recorded. */
public final class TrainingJob implements ExecutedJob {

	/**
	 * Of a job that was given nothing and has recorded nothing: all its small objects.
	 */
	private static final int BYTES = 2_800;

	private final TrainingJobId id;

	/** The memory of the data and parameters that came with the request. */
	private final long givenBytes;

	private final Beginning beginning;

	private final Kernels kernels;

	private final JobObserver observer;

	private final JobExecution execution;

	private volatile Breakpoints breakpoints;

	private volatile Course course;

	private volatile @Nullable Experiment experiment;

	private volatile @Nullable BackpropagationCheck backpropagation;

	private final Training training = new Training();

	/**
	 * @param course resolved
	 * @param observer is told when it ends or comes to a breakpoint
	 */
	TrainingJob(TrainingJobId id, Course course, Beginning beginning, Kernels kernels, InstantSource clock,
			JobObserver observer) {
		this.id = id;
		this.givenBytes = course.phase(0).specification().givenBytes();
		this.course = course;
		this.beginning = beginning;
		this.kernels = kernels;
		this.experiment = (beginning.moment() != null) ? beginning.moment().experiment() : null;
		this.observer = observer;
		this.breakpoints = Breakpoints.of(course.inForce().breakpoints(), beginning.history());
		this.execution = new JobExecution(id, training, clock);
		var _ = lifeCycle().finished().thenRun(() -> observer.happened(this, JobEvent.valueOf(state().name())));
	}

	/**
	 * The parameters as they are now: of the last update if the job runs, of its end if
	 * it has ended.
	 * @throws ConflictException if there are none yet
	 */
	public Checkpoint present() {
		var running = execution.betweenBursts(training::present);
		var present = (running != null) ? running : checkpoints().latest();
		if (present == null) {
			throw new ConflictException("The job has recorded nothing yet.");
		}
		return present;
	}

	/**
	 * All moments that are kept, in the order of time, at least one.
	 * @throws ConflictException if there are none yet
	 */
	public List<Checkpoint> moments() {
		var kept = checkpoints().all();
		if (kept.isEmpty()) {
			throw new ConflictException("The job has recorded nothing yet.");
		}
		return kept;
	}

	/** Updates made by now if the job is paused; null otherwise. */
	public @Nullable Long pausedAtStep() {
		return (state() == JobState.PAUSED) ? execution.betweenBursts(() -> training.place().step()) : null;
	}

	/**
	 * Changes what the job is called, which can be done at any time, and the course from
	 * now on.
	 * @param verb that asks for it
	 * @param weights that are set by hand
	 */
	void amend(Verb verb, JobChange change, List<WeightEdit> weights, Amendments amendments) {
		if (change.course().isEmpty() && weights.isEmpty()) {
			execution.betweenBursts(() -> training.amend(change, weights, amendments));
		}
		else {
			execution.uponRequest(verb, () -> training.amend(change, weights, amendments));
		}
	}

	/**
	 * Holds the run when it comes to a moment that is so far away.
	 * @param epochs whole epochs from now; else updates
	 */
	void holdAfter(int count, boolean epochs) {
		training.holdAfter(count, epochs);
	}

	/** Lets the run go on as far as it goes. */
	void release() {
		training.release();
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

	/**
	 * Whether backpropagation was right at the end; null before it, and for a job that
	 * was cancelled or diverged.
	 */
	public @Nullable BackpropagationCheck backpropagation() {
		return backpropagation;
	}

	@Override
	public TrainingJobId id() {
		return id;
	}

	@Override
	public JobExecution execution() {
		return execution;
	}

	/** What is in force now. */
	public TrainingJobSpecification specification() {
		return course.inForce();
	}

	/** All that the run depends on; posted again, it gives the same numbers. */
	public TrainingJobSpecification document() {
		return course.document();
	}

	Course course() {
		return course;
	}

	/** Whole epochs that another job has trained for this one. */
	public int epochsBefore() {
		return (beginning.moment() != null) ? beginning.moment().epochsBegun() : 0;
	}

	/** The job that this one was made from; null for one that was posted. */
	public @Nullable Origin origin() {
		return beginning.origin();
	}

	/** What the data look like, whether it has started or not. */
	public DatasetShape shape() {
		return beginning.shape();
	}

	/** The data, whether it has started or not. */
	Supplier<Dataset> data() {
		return beginning.data();
	}

	@Override
	public JobDescription description() {
		return specification().description();
	}

	public LossHistory history() {
		return beginning.history();
	}

	public Checkpoints checkpoints() {
		return beginning.checkpoints();
	}

	public Instruments instruments() {
		return beginning.instruments();
	}

	@Override
	public long bytes() {
		var prepared = experiment;
		long recorded = history().bytes() + checkpoints().bytes() + instruments().bytes();
		long asked = givenBytes + course.bytes() + specification().textBytes();
		return BYTES + asked + recorded + ((prepared != null) ? prepared.bytes() : 0);
	}

	/**
	 * Makes the run, advances it, and keeps how it ended. Touched by one thread at a
	 * time.
	 */
	private final class Training implements Work, TrainingListener, Hold, LongFunction<Checkpoint> {

		private @Nullable CourseRun run;

		private @Nullable InstrumentRecorder recorder;

		private @Nullable Moment goal;

		private boolean held;

		private @Nullable String heldBy;

		@Override
		public void begin() {
			var from = beginning.moment();
			var begun = (from != null) ? new CourseRun(course, from, kernels, this) : new CourseRun(course,
					new Experiment(course.phase(0).specification(), data().get()), kernels, this);
			run = begun;
			recorder = new InstrumentRecorder(instruments(), this::start);
			experiment = begun.experiment();
		}

		@Override
		public void advance(int units) {
			if (run != null) {
				run.advance(units, this);
				experiment = run.experiment();
			}
		}

		@Override
		public void updating(TrainingRun updated) {
			if (recorder != null) {
				recorder.updating(updated, level());
			}
		}

		@Override
		public void evaluated(TrainingRun evaluated) {
			history().append(evaluated);
			if (recorder != null) {
				recorder.evaluated(evaluated, level());
			}
			breakpoints.evaluated(evaluated);
			checkpoints().offer(this);
		}

		/** How much of the layers is recorded in the present phase. */
		private InstrumentLevel level() {
			return begun().experiment().specification().recording().instruments();
		}

		/** The parameters of epoch 0. */
		private double[] start() {
			var first = checkpoints().first();
			return (first != null) ? first.parameters().values() : begun().state().parameters().values().clone();
		}

		private CourseRun begun() {
			if (run == null) {
				throw new IllegalStateException("the run has not begun");
			}
			return run;
		}

		/** The present moment, to keep. */
		@Override
		public Checkpoint apply(long evaluations) {
			return begun().checkpoint(evaluations);
		}

		@Override
		public boolean holds(TrainingRun run) {
			heldBy = breakpoints.hitBy(run);
			held = heldBy != null || (goal != null && goal.holds(run));
			return held;
		}

		@Override
		public @Nullable String heldBy() {
			return heldBy;
		}

		@Override
		public void paused() {
			if (heldBy != null) {
				observer.happened(TrainingJob.this, JobEvent.BREAKPOINT);
			}
		}

		@Override
		public boolean isHeld() {
			return held;
		}

		void release() {
			held = false;
			goal = null;
		}

		void holdAfter(int count, boolean epochs) {
			held = false;
			goal = place().after(count, epochs);
		}

		Course amend(JobChange change, List<WeightEdit> weights, Amendments amendments) {
			course = amendments.amended(course, place(), change, weights, shape());
			if (change.course().containsKey("breakpoints")) {
				breakpoints = Breakpoints.of(specification().breakpoints(), history());
			}
			if (run != null) {
				run.follow(course);
				experiment = run.experiment();
			}
			return course;
		}

		/** Where the run stands, or will begin. */
		Place place() {
			var from = beginning.moment();
			if (run != null) {
				return Place.of(run.state());
			}
			return (from != null) ? Place.of(from) : Place.START;
		}

		@Nullable Checkpoint present() {
			return (run != null) ? run.checkpoint(history().evaluations()) : null;
		}

		@Override
		public @Nullable StopReason stopReason() {
			return (run != null) ? run.stopReason() : null;
		}

		@Override
		public long samples() {
			return (run != null) ? run.state().cost().gradients() : 0;
		}

		@Override
		public Duration timeLimit() {
			return specification().training().timeLimit();
		}

		@Override
		public void end(StopReason reason) {
			var ended = run;
			run = null;
			recorder = null;
			if (ended == null) {
				return;
			}
			if (ended.stopReason() == null && reason != StopReason.ERROR) {
				ended.stop(reason);
			}
			if (isSound(ended.state(), reason)) {
				checkpoints().end(ended.checkpoint(history().evaluations()));
				if (reason != StopReason.CANCELLED && reason != StopReason.DIVERGED) {
					backpropagation = BackpropagationCheck.of(ended.experiment(), ended.state(), kernels);
				}
			}
		}

		/** Whether a run has ended with parameters and figures that mean something. */
		private static boolean isSound(TrainingState state, StopReason reason) {
			return state.restored() || (reason != StopReason.DIVERGED && reason != StopReason.ERROR);
		}

	}

}
