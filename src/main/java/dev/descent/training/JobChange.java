package dev.descent.training;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A merge patch of a job, in its two parts.
 *
 * @param description what the job is called, which may change at any time
 * @param course what the run is told, which is an amendment
 */
record JobChange(Map<String, @Nullable Object> description, Map<String, @Nullable Object> course) {

	static JobChange of(Map<String, @Nullable Object> patch) {
		var description = new LinkedHashMap<String, @Nullable Object>(patch);
		description.keySet().retainAll(SpecificationPatch.DESCRIPTIVE);
		var course = new LinkedHashMap<String, @Nullable Object>(patch);
		course.keySet().removeAll(SpecificationPatch.DESCRIPTIVE);
		return new JobChange(description, course);
	}

}
