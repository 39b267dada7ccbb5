package dev.descent.training;

import java.time.InstantSource;
import java.util.UUID;

import dev.descent.engine.kernel.Kernels;
import dev.descent.problem.Faults;
import dev.descent.training.specification.TrainingJobSpecification;

/** The training jobs of the service. */
public final class TrainingJobs extends Jobs<TrainingJobId, TrainingJob> {

	private final SpecificationResolver resolver;

	private final Kernels kernels;

	private final InstantSource clock;

	TrainingJobs(SpecificationResolver resolver, JobStore store, TrainingScheduler scheduler, Kernels kernels,
			InstantSource clock) {
		super(TrainingJob.class, store, scheduler);
		this.resolver = resolver;
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
		var resolved = resolver.resolve(wanted, new Faults());
		return takeOn(new TrainingJob(id, resolved.specification(), resolved.data(), resolved.checkpointLimit(),
				kernels, clock));
	}

	@Override
	void submitExample() {
		submit(TrainingJobId.EXAMPLE, TrainingJobSpecification.DEFAULT);
	}

}
