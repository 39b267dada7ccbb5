package dev.descent.training;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How jobs are trained, set by {@code descent.scheduler.*}.
 *
 * @param workers threads that train; 0 for as many as processors
 * @param slice time for which a job is trained before the next has its turn
 */
@Validated
@ConfigurationProperties("descent.scheduler")
record SchedulerSettings(@DefaultValue("0") @Min(0) int workers,
		@DefaultValue("20ms") @NotNull @DurationMin(millis = 1) Duration slice) {

	int workersOrProcessors() {
		return (workers > 0) ? workers : Runtime.getRuntime().availableProcessors();
	}

}
