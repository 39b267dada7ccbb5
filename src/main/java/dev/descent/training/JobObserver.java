package dev.descent.training;

import dev.descent.training.specification.JobEvent;

/** Is told what happens to training jobs. */
@FunctionalInterface
public interface JobObserver {

	/**
	 * Something has happened. Called by whoever made it happen, who waits: it must return
	 * at once.
	 */
	void happened(TrainingJob job, JobEvent event);

}
