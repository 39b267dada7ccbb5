package dev.descent.training;

import java.time.Duration;

import dev.descent.engine.training.StopReason;
import org.jspecify.annotations.Nullable;

/** A job that is trained slice by slice. */
interface ExecutedJob extends Job {

	/** What drives it. */
	JobExecution execution();

	@Override
	default LifeCycle lifeCycle() {
		return execution().lifeCycle();
	}

	@Override
	default @Nullable StopReason stopReason() {
		return execution().stopReason();
	}

	@Override
	default @Nullable String failure() {
		return execution().failure();
	}

	@Override
	default Duration trainedFor() {
		return execution().trainedFor();
	}

	@Override
	default void cancel() {
		execution().cancel();
	}

}
