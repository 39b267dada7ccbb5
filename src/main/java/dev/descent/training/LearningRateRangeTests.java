package dev.descent.training;

import java.time.InstantSource;
import java.util.UUID;

import dev.descent.engine.kernel.Kernels;
import dev.descent.owner.CurrentOwner;
import dev.descent.problem.Faults;
import dev.descent.training.specification.LearningRateRangeTestSpecification;

/** The learning-rate range tests of the service. */
public final class LearningRateRangeTests extends Jobs<LearningRateRangeTestId, LearningRateRangeTest> {

	private final SpecificationResolver resolver;

	private final TrainingScheduler scheduler;

	private final Kernels kernels;

	private final InstantSource clock;

	LearningRateRangeTests(SpecificationResolver resolver, JobStore store, TrainingScheduler scheduler, Kernels kernels,
			InstantSource clock, CurrentOwner owners) {
		super(LearningRateRangeTest.class, store, scheduler, owners);
		this.resolver = resolver;
		this.scheduler = scheduler;
		this.kernels = kernels;
		this.clock = clock;
	}

	/**
	 * Takes on a test, or refuses it with all the reasons.
	 * @param wanted checked as far as can be done without its data
	 */
	public LearningRateRangeTest submit(LearningRateRangeTestSpecification wanted) {
		return submit(new LearningRateRangeTestId(UUID.randomUUID().toString()), wanted);
	}

	private LearningRateRangeTest submit(LearningRateRangeTestId id, LearningRateRangeTestSpecification wanted) {
		var resolved = resolver.resolve(wanted.job(), new Faults().at("job"));
		var job = resolved.course().inForce();
		return takeOn(new LearningRateRangeTest(id, wanted.withJob(job), resolver.demand(job, resolved.shape()).bytes(),
				resolved.data(), kernels, clock));
	}

	@Override
	protected long demand(LearningRateRangeTest test) {
		return test.demand();
	}

	@Override
	protected void begin(LearningRateRangeTest test) {
		scheduler.schedule(test.execution());
	}

	@Override
	protected void makeExample() {
		submit(LearningRateRangeTestId.EXAMPLE, LearningRateRangeTestSpecification.DEFAULT);
	}

}
