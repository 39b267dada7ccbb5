package dev.descent.race;

import java.util.List;
import java.util.Map;

import dev.descent.training.specification.TrainingJobSpecification;
import org.jspecify.annotations.Nullable;

/**
 * One of those that are compared.
 *
 * @param name unlike those of the others
 * @param patch what was asked for beside the axes
 * @param point its value on each axis
 * @param wanted the job, not resolved
 */
public record Variant(String name, Map<String, @Nullable Object> patch, List<@Nullable Object> point,
		TrainingJobSpecification wanted, Entry entry) {

	/** What its runs are, all fields set but the seeds that differ. */
	public TrainingJobSpecification specification() {
		return entry.unseeded();
	}

}
