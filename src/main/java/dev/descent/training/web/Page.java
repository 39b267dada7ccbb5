package dev.descent.training.web;

import java.util.List;

import dev.descent.training.Job;
import dev.descent.training.JobId;
import dev.descent.training.JobState;
import dev.descent.training.Jobs;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of jobs.
 *
 * @param shown the newest jobs first
 * @param more whether others follow
 * @param state that was asked for, if any
 */
record Page<J extends Job>(List<J> shown, int limit, boolean more, @Nullable JobState state) {

	static <I extends JobId, J extends Job> Page<J> of(Jobs<I, J> jobs, @Nullable I after, int limit,
			@Nullable JobState state) {
		var found = jobs.list(after, limit + 1, (job) -> state == null || job.state() == state);
		return new Page<>(found.subList(0, Math.min(limit, found.size())), limit, found.size() > limit, state);
	}

	/** Where the next page is; null if there is none. */
	@Nullable String next(String path) {
		return more ? path + "?limit=" + limit + "&after=" + shown.getLast().id()
				+ ((state != null) ? "&state=" + state.jsonName() : "") : null;
	}

}
