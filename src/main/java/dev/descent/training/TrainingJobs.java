package dev.descent.training;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.specification.DatasetSpecification;
import dev.descent.dataset.specification.Stored;
import dev.descent.dataset.store.DatasetStore;
import dev.descent.engine.kernel.Kernels;
import dev.descent.limits.Limits;
import dev.descent.problem.Faults;
import dev.descent.problem.NotFoundException;
import dev.descent.problem.RefusedException;
import dev.descent.training.specification.TrainingJobSpecification;
import org.jspecify.annotations.Nullable;

/** The training jobs of the service: takes them on, finds them, ends them. */
public final class TrainingJobs {

	private final DatasetStore datasets;

	private final TrainingJobStore store;

	private final TrainingScheduler scheduler;

	private final WorkLimits workLimits;

	private final Limits limits;

	private final Kernels kernels;

	private final InstantSource clock;

	TrainingJobs(DatasetStore datasets, TrainingJobStore store, TrainingScheduler scheduler, Limits limits,
			Kernels kernels, InstantSource clock) {
		this.datasets = datasets;
		this.store = store;
		this.scheduler = scheduler;
		this.workLimits = new WorkLimits(limits);
		this.limits = limits;
		this.kernels = kernels;
		this.clock = clock;
	}

	/**
	 * Takes on a job, or refuses it with all the reasons.
	 * @param wanted checked as far as can be done without its data
	 */
	public TrainingJob submit(TrainingJobSpecification wanted) {
		return submit(new TrainingJobId(UUID.randomUUID().toString()), wanted);
	}

	private TrainingJob submit(TrainingJobId id, TrainingJobSpecification wanted) {
		var faults = new Faults();
		var shape = shape(wanted.dataset(), faults);
		var resolved = wanted.resolve(shape, faults);
		faults.throwIfAny();
		workLimits.check(resolved, shape, faults);
		faults.throwIfAny();
		var job = new TrainingJob(id, resolved, data(resolved.dataset()), workLimits.checkpointLimit(resolved, shape),
				kernels, clock);
		scheduler.reserve(job);
		store.add(job);
		scheduler.schedule(job);
		return job;
	}

	private DatasetShape shape(DatasetSpecification specification, Faults faults) {
		try {
			return datasets.shape(specification);
		}
		catch (NotFoundException ex) {
			faults.at("dataset").at("id").add("names no stored dataset");
			throw new RefusedException(faults.all());
		}
	}

	/** A stored dataset is taken hold of now, so that the job survives its deletion. */
	private Supplier<Dataset> data(DatasetSpecification specification) {
		if (specification instanceof Stored stored) {
			return datasets.get(stored.id())::dataset;
		}
		return () -> datasets.dataset(specification);
	}

	public TrainingJob get(TrainingJobId id) {
		return store.get(id);
	}

	/** The newest jobs first, from the one after {@code after} on. */
	public List<TrainingJob> list(@Nullable TrainingJobId after, int limit, Predicate<TrainingJob> filter) {
		return store.list(after, limit, filter);
	}

	/** Ends a job that has not ended. */
	public TrainingJob cancel(TrainingJobId id) {
		var job = store.get(id);
		job.cancel();
		return job;
	}

	/** Forgets a job that has ended; the example is trained again at once. */
	public void delete(TrainingJobId id) {
		store.remove(id);
		if (id.equals(TrainingJobId.EXAMPLE)) {
			submitExample();
		}
	}

	/** Trains the example, which is there as long as the service is. */
	void submitExample() {
		submit(TrainingJobId.EXAMPLE, TrainingJobSpecification.DEFAULT);
	}

	/** When a job will be forgotten; null before it has ended. */
	public @Nullable Instant expiresAt(TrainingJob job) {
		return job.expiresAt(limits.retention());
	}

}
