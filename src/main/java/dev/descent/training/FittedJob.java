package dev.descent.training;

import dev.descent.dataset.DatasetShape;
import dev.descent.training.specification.TrainingJobSpecification;

/**
 * A job that was fitted to its data, but not made.
 *
 * @param document with its amendments, resolved
 * @param inForce at its end, resolved
 */
public record FittedJob(TrainingJobSpecification document, TrainingJobSpecification inForce, DatasetShape shape,
		Demand demand) {
}
