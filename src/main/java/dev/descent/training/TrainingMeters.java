package dev.descent.training;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.descent.engine.kernel.KernelChoice;
import dev.descent.engine.kernel.Kernels;
import dev.descent.limits.Limits;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * What the workers do and what is kept of it, as meters. They read what is counted
 * anyway, once a slice or less often, when somebody asks.
 */
@Component
final class TrainingMeters implements MeterBinder {

	private final List<Jobs<?, ?>> kinds;

	private final JobStore store;

	private final TrainingScheduler scheduler;

	private final Kernels kernels;

	private final KernelChoice choice;

	private final Limits limits;

	TrainingMeters(List<Jobs<?, ?>> kinds, JobStore store, TrainingScheduler scheduler, Kernels kernels,
			KernelChoice choice, Limits limits) {
		this.kinds = kinds;
		this.store = store;
		this.scheduler = scheduler;
		this.kernels = kernels;
		this.choice = choice;
		this.limits = limits;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		kinds.forEach((kind) -> bindJobs(kind.type(), registry));
		bindWork(registry);
		bindResults(registry);
		bindKernels(registry);
	}

	private void bindJobs(Class<? extends Job> type, MeterRegistry registry) {
		var counts = store.counts();
		String kind = type.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
		for (var state : JobState.values()) {
			if (state.isFinal()) {
				FunctionCounter.builder("descent.jobs.ended", counts, (from) -> from.ended(type, state))
					.description(
							"Jobs that have ended, by the state they ended in; the runs of races are training jobs")
					.tags("kind", kind, "state", state.jsonName())
					.register(registry);
			}
			else {
				Gauge.builder("descent.jobs", counts, (from) -> from.active(type, state))
					.description("Jobs that have not ended; the runs of races are training jobs")
					.tags("kind", kind, "state", state.jsonName())
					.register(registry);
			}
		}
	}

	private void bindWork(MeterRegistry registry) {
		Gauge.builder("descent.queue.places.used", scheduler.room(), Room::active)
			.description("Places for active jobs that are taken; a race and a computation take one each")
			.register(registry);
		Gauge.builder("descent.queue.places.max", limits, Limits::activeJobs)
			.description("Places for active jobs")
			.register(registry);
		Gauge.builder("descent.queue.memory.used", scheduler.room(), Room::activeBytes)
			.description("Memory of the active jobs, by what each may take at most")
			.baseUnit(BaseUnits.BYTES)
			.register(registry);
		Gauge.builder("descent.queue.memory.max", scheduler.room(), Room::bytes)
			.description("Memory that the active jobs may take")
			.baseUnit(BaseUnits.BYTES)
			.register(registry);
		Gauge.builder("descent.training.workers", scheduler, TrainingScheduler::alive)
			.description("Threads that train; fewer than there should be means that the service is broken")
			.register(registry);
		FunctionTimer
			.builder("descent.training.slices", scheduler, TrainingScheduler::slices, TrainingScheduler::slicedNanos,
					TimeUnit.NANOSECONDS)
			.description("Turns of jobs and computations, and the time worked in them")
			.register(registry);
		FunctionCounter.builder("descent.training.samples", scheduler, TrainingScheduler::samples)
			.description("Samples whose gradient was taken by jobs; a sample counts in every pass over it")
			.register(registry);
	}

	private void bindResults(MeterRegistry registry) {
		Gauge.builder("descent.results.stored", store, JobStore::endedJobs)
			.description("Jobs that have ended and are kept")
			.register(registry);
		Gauge.builder("descent.results.memory.used", store, JobStore::resultBytes)
			.description("Memory of the jobs that have ended and are kept")
			.baseUnit(BaseUnits.BYTES)
			.register(registry);
		Gauge.builder("descent.results.memory.max", limits, (from) -> from.resultMemory().toBytes())
			.description("Memory that the jobs that have ended may take")
			.baseUnit(BaseUnits.BYTES)
			.register(registry);
		FunctionCounter.builder("descent.results.evicted", store.counts(), JobCounts::expired)
			.description("Ended jobs that were forgotten, because their time was up or for want of room")
			.tag("reason", "expired")
			.register(registry);
		FunctionCounter.builder("descent.results.evicted", store.counts(), JobCounts::displaced)
			.description("Ended jobs that were forgotten, because their time was up or for want of room")
			.tag("reason", "room")
			.register(registry);
	}

	private void bindKernels(MeterRegistry registry) {
		var names = Stream.of("scalar", "vector-" + choice.vectorBits()).limit((choice.vectorBits() > 0) ? 2 : 1);
		names.forEach((name) -> Gauge.builder("descent.kernels", kernels, (from) -> from.name().equals(name) ? 1 : 0)
			.description("1 for the kernels that the engine runs on, 0 for others that it could")
			.tag("kernels", name)
			.register(registry));
	}

}
