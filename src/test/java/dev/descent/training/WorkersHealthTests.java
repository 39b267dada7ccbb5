package dev.descent.training;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

class WorkersHealthTests {

	private final TrainingScheduler scheduler = new TrainingScheduler(2, Duration.ofMillis(20), Trainings.room(5),
			Trainings.ticker());

	private final WorkersHealth health = new WorkersHealth(scheduler);

	@Test
	void itIsDownUnlessAllWorkersAreThere() {
		assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
		scheduler.start();
		try {
			assertThat(health.health().getStatus()).isEqualTo(Status.UP);
			assertThat(health.health().getDetails()).containsEntry("workers", 2).containsEntry("alive", 2L);
		}
		finally {
			scheduler.stop();
		}
		assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.health().getDetails()).containsEntry("alive", 0L);
	}

}
