package dev.descent.training.web;

import java.util.UUID;

import dev.descent.training.LearningRateRangeTestId;
import dev.descent.training.LearningRateRangeTests;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class EndedJobsConfiguration implements WebMvcConfigurer {

	private final TrainingJobs jobs;

	private final LearningRateRangeTests tests;

	EndedJobsConfiguration(TrainingJobs jobs, LearningRateRangeTests tests) {
		this.jobs = jobs;
		this.tests = tests;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		var run = UUID.randomUUID();
		registry.addInterceptor(new EndedJobs<>(run, jobs, TrainingJobId::valueOf))
			.addPathPatterns(JobLinks.JOBS + "/*/**");
		registry.addInterceptor(new EndedJobs<>(run, tests, LearningRateRangeTestId::valueOf))
			.addPathPatterns(LearningRateRangeTestController.TESTS + "/*/**");
	}

}
