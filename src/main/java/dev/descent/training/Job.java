package dev.descent.training;

import java.time.Duration;

import dev.descent.engine.training.StopReason;
import dev.descent.problem.ConflictException;
import dev.descent.training.specification.JobDescription;
import org.jspecify.annotations.Nullable;

/** What somebody asked for, how far it is, and what it recorded. */
public interface Job {

	JobId id();

	/** What it is called. */
	JobDescription description();

	LifeCycle lifeCycle();

	/** Why it ended; null before that. */
	@Nullable StopReason stopReason();

	/** What to know about its failure, in a sentence; null if it has not failed. */
	default @Nullable String failure() {
		return null;
	}

	/** How long it has been worked on, without waiting. */
	Duration trainedFor();

	/** The memory that it takes now, without what it works with while it is trained. */
	long bytes();

	/**
	 * Ends it where it is. What was recorded stays readable.
	 * @throws ConflictException if it has ended already
	 */
	void cancel();

	default JobState state() {
		return lifeCycle().state();
	}

	/** Whether it may go when its time is up or its memory is needed. */
	default boolean isForgettable() {
		return state().isFinal() && !id().isExample();
	}

}
