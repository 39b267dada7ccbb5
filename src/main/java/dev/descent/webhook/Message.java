package dev.descent.webhook;

import java.time.Instant;
import java.util.Map;

import dev.descent.engine.training.StopReason;
import dev.descent.training.JobState;
import dev.descent.training.TrainingJob;
import dev.descent.training.specification.JobEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver is told.
 *
 * @param id names the delivery; the same when it is tried again
 * @param at when it happened
 * @param breakpoint the condition that hit, if one did
 * @param link where the job is, on this service
 */
record Message(String id, JobEvent event, Instant at, String job, @Nullable String name, Map<String, String> labels,
		JobState state, @Nullable StopReason stopReason, @Nullable String breakpoint, String link) {

	static Message of(String id, TrainingJob job, JobEvent event, Instant at) {
		return new Message(id, event, at, job.id().value(), job.specification().name(), job.specification().labels(),
				job.state(), job.stopReason(), job.lifeCycle().transitions().getLast().breakpoint(),
				"/api/v1/training-jobs/" + job.id());
	}

}
