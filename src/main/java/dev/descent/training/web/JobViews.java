package dev.descent.training.web;

import java.time.Clock;
import java.time.InstantSource;

import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobs;
import org.springframework.stereotype.Component;

/** Shows jobs as they are now. */
@Component
public final class JobViews {

	private final TrainingJobs jobs;

	private final InstantSource clock;

	JobViews(TrainingJobs jobs, Clock clock) {
		this.jobs = jobs;
		this.clock = clock;
	}

	public JobView of(TrainingJob job) {
		return JobView.of(job, jobs.expiresAt(job), clock.instant());
	}

}
