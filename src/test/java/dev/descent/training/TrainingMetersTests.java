package dev.descent.training;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import dev.descent.engine.kernel.KernelChoice;
import dev.descent.engine.kernel.ScalarKernels;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrainingMetersTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Trainings.NOW);

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void whatIsForgottenIsCountedByTheReason() {
		long room = 2 * ended(store(Long.MAX_VALUE), "probe").bytes();
		var store = store(room);
		var scheduler = new TrainingScheduler(1, Duration.ofMillis(20), Trainings.room(5), Trainings.ticker());
		var kernels = new ScalarKernels();
		new TrainingMeters(List.of(), store, scheduler, kernels, new KernelChoice(kernels, 0, "a test"),
				Trainings.LIMITS)
			.bindTo(registry);
		for (String id : List.of("a", "b", "c")) {
			ended(store, id);
		}
		assertThat(store.endedJobs()).isEqualTo(2);
		assertThat(evicted("room")).isEqualTo(1);
		assertThat(evicted("expired")).isZero();
		now.set(Trainings.NOW.plus(Duration.ofHours(3)));
		assertThat(store.endedJobs()).isZero();
		assertThat(evicted("room")).isEqualTo(1);
		assertThat(evicted("expired")).isEqualTo(2);
	}

	private double evicted(String reason) {
		return registry.get("descent.results.evicted").tag("reason", reason).functionCounter().count();
	}

	private JobStore store(long mostBytes) {
		return new JobStore(Duration.ofHours(2), mostBytes, now::get, Trainings.ANYONE);
	}

	private TrainingJob ended(JobStore store, String id) {
		var job = Trainings.job(id, Trainings.tiny(10), now::get);
		store.add(job, true);
		Trainings.finish(job);
		return job;
	}

}
