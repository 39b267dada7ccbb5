package dev.descent.training;

import java.time.Duration;

import dev.descent.engine.training.StopReason;
import dev.descent.training.specification.TrainingJobSpecification;
import org.jspecify.annotations.Nullable;

/** What somebody asked for, how far it is, and what it recorded. */
public sealed interface Job permits TrainingJob, LearningRateRangeTest {

	JobId id();

	/** The training that was asked for. */
	TrainingJobSpecification training();

	/** Where it stands, and what drives it. */
	JobExecution execution();

	/** The memory that it takes once it has ended, about. */
	long bytes();

	default JobState state() {
		return lifeCycle().state();
	}

	default LifeCycle lifeCycle() {
		return execution().lifeCycle();
	}

	/** Why it ended; null before that. */
	default @Nullable StopReason stopReason() {
		return execution().stopReason();
	}

	/** How long it has been trained, without waiting. */
	default Duration trainedFor() {
		return execution().trainedFor();
	}

	/** Whether it may go when its time is up or its memory is needed. */
	default boolean isForgettable() {
		return state().isFinal() && !id().isExample();
	}

}
