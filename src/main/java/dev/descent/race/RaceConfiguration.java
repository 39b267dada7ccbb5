package dev.descent.race;

import java.time.Clock;

import dev.descent.owner.CurrentOwner;
import dev.descent.training.JobStore;
import dev.descent.training.TrainingJobs;
import dev.descent.training.TrainingScheduler;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RaceConfiguration {

	@Bean
	SharedRuns sharedRuns(TrainingJobs jobs, CurrentOwner owners) {
		return new SharedRuns(jobs, owners);
	}

	@Bean
	Races races(RacePlanner planner, SharedRuns shared, JobStore store, TrainingScheduler scheduler, Clock clock,
			CurrentOwner owners) {
		return new Races(planner, shared, store, scheduler, clock, owners);
	}

	/** Gives the examples of the API something to show. */
	@Bean
	ApplicationRunner exampleRace(Races races) {
		return (_) -> races.submitExample();
	}

}
