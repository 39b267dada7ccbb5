package dev.descent.training;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The service is broken, and only a new start helps, if a thread that trains is gone. */
@Component("workers")
final class WorkersHealth implements HealthIndicator {

	private final TrainingScheduler scheduler;

	WorkersHealth(TrainingScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@Override
	public Health health() {
		long alive = scheduler.alive();
		return ((alive == scheduler.workers()) ? Health.up() : Health.down()).withDetail("workers", scheduler.workers())
			.withDetail("alive", alive)
			.build();
	}

}
