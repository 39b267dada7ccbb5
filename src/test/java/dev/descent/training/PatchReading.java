package dev.descent.training;

import java.util.Map;

import dev.descent.problem.Faults;
import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.web.ServiceJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Reads changes of a job. */
public final class PatchReading {

	private final ServiceJson json;

	private final SpecificationPatch patch;

	private final TrainingJobSpecification job = Trainings.specification("{}");

	public PatchReading(ServiceJson json) {
		this.json = json;
		this.patch = new SpecificationPatch(json.mapper(), json.binder());
	}

	/** Reads a merge patch in each of the ways in which it may be meant. */
	public void read(String text) {
		Map<String, @Nullable Object> change = json.mapper().readValue(text, new TypeReference<>() {
		});
		if (change != null) {
			patch.apply(job, change, new Faults());
			patch.variant(job, change, new Faults());
			patch.describe(job.description(), change, new Faults());
			new Variations(patch, Trainings.WORK_LIMITS).of(job, change, new Faults());
		}
	}

}
