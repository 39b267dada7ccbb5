package dev.descent.training.web;

import dev.descent.limits.Limits;
import dev.descent.owner.CurrentOwner;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import dev.descent.web.MadeOnce;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class TrainingWebConfiguration {

	/** One for all ways to make a job, so that a key means one job. */
	@Bean
	MadeOnce<TrainingJobId, TrainingJob> trainingJobsMadeOnce(TrainingJobs jobs, Limits limits, JsonMapper mapper,
			CurrentOwner owners) {
		return new MadeOnce<>(mapper, limits.idempotencyKeys(), TrainingJob::id, jobs::get, owners);
	}

}
