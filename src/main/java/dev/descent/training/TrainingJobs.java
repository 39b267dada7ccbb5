package dev.descent.training;

import java.time.InstantSource;
import java.util.UUID;

import dev.descent.engine.kernel.Kernels;
import dev.descent.problem.Faults;
import dev.descent.training.specification.JobEvent;
import dev.descent.training.specification.TrainingJobSpecification;

/** The training jobs of the service. */
public final class TrainingJobs extends Jobs<TrainingJobId, TrainingJob> {

	private final SpecificationResolver resolver;

	private final Kernels kernels;

	private final InstantSource clock;

	private final JobObserver observer;

	TrainingJobs(SpecificationResolver resolver, JobStore store, TrainingScheduler scheduler, Kernels kernels,
			InstantSource clock, JobObserver observer) {
		super(TrainingJob.class, store, scheduler);
		this.resolver = resolver;
		this.kernels = kernels;
		this.clock = clock;
		this.observer = observer;
	}

	/**
	 * Takes on a job, or refuses it with all the reasons.
	 * @param wanted checked as far as can be done without its data
	 */
	public TrainingJob submit(TrainingJobSpecification wanted) {
		return submit(new TrainingJobId(UUID.randomUUID().toString()), wanted);
	}

	private TrainingJob submit(TrainingJobId id, TrainingJobSpecification wanted) {
		var resolved = resolver.resolve(wanted, new Faults());
		var job = new TrainingJob(id, resolved.specification(), resolved.data(), resolved.checkpointLimit(), kernels,
				clock);
		var _ = job.execution().finished().thenRun(() -> observer.happened(job, JobEvent.valueOf(job.state().name())));
		return takeOn(job);
	}

	@Override
	void submitExample() {
		submit(TrainingJobId.EXAMPLE, TrainingJobSpecification.DEFAULT);
	}

}
