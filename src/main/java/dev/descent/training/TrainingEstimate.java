package dev.descent.training;

import java.time.Duration;
import java.util.List;

import dev.descent.dataset.DatasetShape;
import dev.descent.training.specification.TrainingJobSpecification;

/**
 * What would become of a job.
 *
 * @param specification resolved
 * @param time of training all epochs, without waiting
 * @param basedOn the jobs whose speed was expected of this one; if there are none, the
 * time is a guess
 */
public record TrainingEstimate(TrainingJobSpecification specification, DatasetShape shape, Demand demand, Duration time,
		List<TrainingJobId> basedOn) {

	public TrainingEstimate {
		basedOn = List.copyOf(basedOn);
	}

}
