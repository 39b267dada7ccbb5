package dev.descent.training;

import java.util.Comparator;
import java.util.Objects;

/**
 * Where a job stands in lists. It means something even when the job is gone, so that a
 * list can be read on from there.
 *
 * @param number grows from each job that is taken on to the next
 * @param name empty if the job has none
 */
public record JobPlace(long number, String name) {

	static final Comparator<JobPlace> BY_NAME = Comparator.comparing(JobPlace::name, String.CASE_INSENSITIVE_ORDER)
		.thenComparingLong(JobPlace::number);

	static JobPlace of(long number, Job job) {
		return new JobPlace(number, Objects.requireNonNullElse(job.description().name(), ""));
	}

}
