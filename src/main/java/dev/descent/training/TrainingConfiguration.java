package dev.descent.training;

import java.time.Clock;

import dev.descent.dataset.store.DatasetStore;
import dev.descent.engine.kernel.KernelChoice;
import dev.descent.engine.kernel.Kernels;
import dev.descent.json.JsonBinder;
import dev.descent.limits.Departures;
import dev.descent.limits.Limits;
import dev.descent.outbound.Destinations;
import dev.descent.owner.CurrentOwner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TrainingConfiguration {

	private static final Logger log = LoggerFactory.getLogger(TrainingConfiguration.class);

	@Bean
	Clock clock() {
		return new SteadyClock(Clock.systemUTC(), System::nanoTime);
	}

	@Bean
	KernelChoice kernelChoice(KernelSettings settings) {
		var choice = KernelChoice.of(settings.kernels());
		var level = settings.refusedBy(choice) ? Level.WARN : Level.INFO;
		log.atLevel(level).log("Training with {} kernels. {}", choice.kernels().name(), choice.reason());
		return choice;
	}

	@Bean
	Kernels kernels(KernelChoice choice) {
		return choice.kernels();
	}

	@Bean(destroyMethod = "stop")
	KernelWarmUp kernelWarmUp(Kernels kernels, TrainingScheduler scheduler) {
		return new KernelWarmUp(kernels, scheduler::training, System::nanoTime, Thread::sleep);
	}

	@Bean
	KernelInfo kernelInfo(KernelSettings settings, KernelChoice choice, KernelWarmUp warmUp) {
		return new KernelInfo(settings.kernels(), choice, warmUp);
	}

	@Bean(initMethod = "start", destroyMethod = "stop")
	TrainingScheduler trainingScheduler(SchedulerSettings settings, Limits limits) {
		var room = new Room(limits.activeJobs(), limits.activeJobsPerOwner(), limits.activeMemory().toBytes(),
				new Departures(System::nanoTime));
		return new TrainingScheduler(settings.workersOrProcessors(), settings.slice(), room, System::nanoTime);
	}

	@Bean
	JobStore jobStore(Limits limits, Clock clock, CurrentOwner owners) {
		return new JobStore(limits.retention(), limits.resultMemory().toBytes(), clock, owners);
	}

	@Bean
	WorkLimits workLimits(Limits limits) {
		return new WorkLimits(limits);
	}

	@Bean
	SpecificationPatch specificationPatch(JsonMapper mapper, JsonBinder binder) {
		return new SpecificationPatch(mapper, binder);
	}

	@Bean
	Amendments amendments(SpecificationPatch patch, WorkLimits workLimits) {
		return new Amendments(patch, workLimits);
	}

	@Bean
	Variations variations(SpecificationPatch patch, WorkLimits workLimits) {
		return new Variations(patch, workLimits);
	}

	@Bean
	SpecificationResolver specificationResolver(DatasetStore datasets, WorkLimits workLimits, Amendments amendments,
			Destinations destinations) {
		return new SpecificationResolver(datasets, workLimits, amendments, destinations);
	}

	@Bean
	TrainingJobs trainingJobs(SpecificationResolver resolver, Amendments amendments, WorkLimits workLimits,
			JobStore store, TrainingScheduler scheduler, Kernels kernels, Clock clock, JobObserver observer,
			CurrentOwner owners) {
		return new TrainingJobs(resolver, amendments, workLimits, store, scheduler, kernels, clock, observer, owners);
	}

	@Bean
	Computations computations(TrainingScheduler scheduler, Clock clock) {
		return new Computations(scheduler, clock);
	}

	@Bean
	Replays replays(WorkLimits workLimits, Computations computations, Kernels kernels) {
		return new Replays(workLimits, computations, kernels);
	}

	@Bean
	UpdateTraces updateTraces(SpecificationResolver resolver, WorkLimits workLimits, Computations computations,
			Kernels kernels) {
		return new UpdateTraces(resolver, workLimits, computations, kernels);
	}

	@Bean
	TrainingEstimates trainingEstimates(SpecificationResolver resolver, TrainingJobs jobs) {
		return new TrainingEstimates(resolver, jobs);
	}

	@Bean
	LearningRateRangeTests learningRateRangeTests(SpecificationResolver resolver, JobStore store,
			TrainingScheduler scheduler, Kernels kernels, Clock clock, CurrentOwner owners) {
		return new LearningRateRangeTests(resolver, store, scheduler, kernels, clock, owners);
	}

	/** Gives the examples of the API something to show, and warms the engine up. */
	@Bean
	ApplicationRunner exampleJobs(TrainingJobs jobs, LearningRateRangeTests rangeTests) {
		return (_) -> {
			jobs.submitExample();
			rangeTests.submitExample();
		};
	}

}
