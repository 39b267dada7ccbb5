package dev.descent.training;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.descent.dataset.DatasetShape;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.training.StopReason;
import dev.descent.owner.CurrentOwner;
import dev.descent.problem.ConflictException;
import dev.descent.problem.Faults;
import dev.descent.training.specification.InstrumentLevel;
import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.training.specification.WeightEdit;
import org.jspecify.annotations.Nullable;

/** The training jobs of the service. */
public final class TrainingJobs extends Jobs<TrainingJobId, TrainingJob> {

	private final SpecificationResolver resolver;

	private final Amendments amendments;

	private final WorkLimits workLimits;

	private final TrainingScheduler scheduler;

	private final Kernels kernels;

	private final InstantSource clock;

	private final JobObserver observer;

	TrainingJobs(SpecificationResolver resolver, Amendments amendments, WorkLimits workLimits, JobStore store,
			TrainingScheduler scheduler, Kernels kernels, InstantSource clock, JobObserver observer,
			CurrentOwner owners) {
		super(TrainingJob.class, store, scheduler, owners);
		this.resolver = resolver;
		this.amendments = amendments;
		this.workLimits = workLimits;
		this.scheduler = scheduler;
		this.kernels = kernels;
		this.clock = clock;
		this.observer = observer;
	}

	/**
	 * Takes on a job, or refuses it with all the reasons.
	 * @param wanted checked as far as can be done without its data
	 */
	public TrainingJob submit(TrainingJobSpecification wanted) {
		return submit(newId(), wanted);
	}

	/**
	 * Takes on one of the runs of a race, which has the room of the race. Lists do not
	 * have it; the race does.
	 * @param wanted as for {@link #submit(TrainingJobSpecification)}
	 */
	public TrainingJob submitRun(TrainingJobSpecification wanted) {
		return takeOn(prepare(newId(), wanted), false);
	}

	private static TrainingJobId newId() {
		return new TrainingJobId(UUID.randomUUID().toString());
	}

	private TrainingJob submit(TrainingJobId id, TrainingJobSpecification wanted) {
		return takeOn(prepare(id, wanted));
	}

	private TrainingJob prepare(TrainingJobId id, TrainingJobSpecification wanted) {
		var resolved = resolver.resolve(wanted, new Faults());
		return prepare(id, resolved.course(), Beginning.of(resolved.course(), resolved.shape(), resolved.data(),
				limit(resolved.course(), resolved.shape()), null));
	}

	private TrainingJob prepare(TrainingJobId id, Course course, Beginning beginning) {
		return new TrainingJob(id, course, beginning, kernels, clock, observer);
	}

	private int limit(Course course, DatasetShape shape) {
		return workLimits.checkpointLimit(course.inForce(), shape);
	}

	@Override
	protected long demand(TrainingJob job) {
		return workLimits.demand(job.specification(), job.shape()).bytes();
	}

	@Override
	protected void begin(TrainingJob job) {
		scheduler.schedule(job.execution());
	}

	@Override
	protected void makeExample() {
		submit(TrainingJobId.EXAMPLE, TrainingJobSpecification.DEFAULT.with(InstrumentLevel.FULL));
	}

	/** Lets a job stand still. */
	public TrainingJob pause(TrainingJobId id) {
		var job = own(id);
		job.execution().pause();
		return job;
	}

	private void goOn(TrainingJob job, Verb verb, Runnable preparation) {
		if (job.execution().resume(verb, preparation)) {
			scheduler.schedule(job.execution());
		}
	}

	/** Lets a job that stands still go on. */
	public TrainingJob resume(TrainingJobId id) {
		var job = own(id);
		goOn(job, Verb.RESUME, job::release);
		return job;
	}

	/**
	 * Lets a job that stands still go on for a while.
	 * @param count at least 1
	 * @param epochs whole epochs; else updates
	 */
	public TrainingJob step(TrainingJobId id, int count, boolean epochs) {
		var job = own(id);
		goOn(job, Verb.STEP, () -> job.holdAfter(count, epochs));
		return job;
	}

	/**
	 * Changes what a job is called, and what it is to do from now on.
	 * @param patch a merge patch of its specification
	 */
	public TrainingJob change(TrainingJobId id, Map<String, @Nullable Object> patch) {
		var job = own(id);
		job.amend(Verb.AMEND, JobChange.of(patch), List.of(), amendments);
		measure(job);
		return job;
	}

	/** Sets weights of a job that stands still. */
	public TrainingJob edit(TrainingJobId id, List<WeightEdit> weights) {
		var job = own(id);
		job.amend(Verb.EDIT_WEIGHTS, JobChange.of(Map.of()), weights, amendments);
		return job;
	}

	/**
	 * A new job that goes on from a moment of another, with the same bits where nothing
	 * is changed.
	 * @param moment of the other job
	 * @param patch a merge patch of its specification
	 */
	public TrainingJob fork(TrainingJob job, Checkpoint moment, Map<String, @Nullable Object> patch) {
		return fork(job, moment, patch, Origin.Kind.FORK);
	}

	private TrainingJob fork(TrainingJob job, Checkpoint moment, Map<String, @Nullable Object> patch,
			Origin.Kind kind) {
		var place = Place.of(moment);
		var upToThere = job.course().upTo(job.course().phaseAfter(place.step()));
		var course = amendments.amended(upToThere, place, JobChange.of(patch), List.of(), job.shape());
		return takeOn(prepare(newId(), course, Beginning.at(moment, job, course, limit(course, job.shape()), kind)));
	}

	/**
	 * A new job that goes on from where another ended; the rule that ended it early, if
	 * one did, no longer holds.
	 * @param epochs how many more
	 */
	public TrainingJob continued(TrainingJobId id, int epochs) {
		var job = get(id);
		Verb.CONTINUE.requireAllowedIn(job.state());
		if (job.stopReason() == StopReason.CONVERGED) {
			throw new ConflictException("The method found nothing more to gain; fork the job with another one.");
		}
		var end = job.present();
		var training = new LinkedHashMap<String, @Nullable Object>();
		training.put("epochs", end.epochsBegun() + epochs);
		if (job.stopReason() == StopReason.EARLY_STOPPED) {
			training.put("earlyStopping", null);
		}
		if (job.stopReason() == StopReason.TARGET_REACHED) {
			training.put("targetLoss", null);
		}
		return fork(job, end, Map.of("training", training), Origin.Kind.CONTINUE);
	}

	/** A new job that does all of another again, amendments included. */
	public TrainingJob rerun(TrainingJobId id) {
		var job = get(id);
		return fromTheStart(job, job.course(), new Origin(id, Origin.Kind.RERUN, 0));
	}

	/**
	 * A new job that tries what a diagnosis of another advises, on the same data.
	 * @param varied resolved for these data, see {@link Variations}
	 * @param finding whose cure is tried
	 */
	public TrainingJob trial(TrainingJob job, TrainingJobSpecification varied, String finding) {
		return fromTheStart(job, Course.of(varied), new Origin(job.id(), Origin.Kind.TRIAL, 0, finding));
	}

	private TrainingJob fromTheStart(TrainingJob job, Course course, Origin origin) {
		return takeOn(prepare(newId(), course,
				Beginning.of(course, job.shape(), job.data(), limit(course, job.shape()), origin)));
	}

}
