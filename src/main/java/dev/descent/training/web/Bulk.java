package dev.descent.training.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.descent.problem.ConflictException;
import dev.descent.problem.Fault;
import dev.descent.problem.ForbiddenException;
import dev.descent.problem.NotFoundException;
import dev.descent.problem.RefusedException;
import dev.descent.training.Job;
import dev.descent.training.JobState;
import dev.descent.training.Jobs;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "BulkResult", description = "What was done to several jobs at once.")
public record Bulk(@Schema(description = "How many it was done to.", example = "1") int count,
		@Schema(description = "Which they are.", example = "[\"example\"]") List<String> ids,
		@Schema(description = "Those that match but were left as they are, because their state forbids it.") List<Left> left) {

	@Schema(name = "LeftJob", description = "One that was left as it is.")
	record Left(@Schema(description = "Names it.", example = "example") String id,
			@Schema(description = "Where it stands.", example = "running") JobState state,
			@Schema(description = "Why it was left.",
					example = "The job has not ended; cancel it before you delete it.") String detail) {
	}

	/**
	 * Does something to all jobs that are selected, one after the other.
	 * @param all whether all are meant where nothing is asked for
	 * @param action refuses what the state of a job forbids
	 */
	public static <J extends Job> Bulk of(Jobs<?, J> jobs, JobSelection selection, boolean all, Consumer<J> action) {
		if (all != selection.isEmpty()) {
			throw new RefusedException(List.of(Fault.ofParameter("all", all ? "cannot be true beside a filter"
					: "must be true to mean all; else say which with state, name or label")));
		}
		var ids = new ArrayList<String>();
		var left = new ArrayList<Left>();
		for (J job : jobs.all(selection)) {
			try {
				action.accept(job);
				ids.add(job.id().value());
			}
			catch (ConflictException ex) {
				left.add(new Left(job.id().value(), job.state(), String.valueOf(ex.getMessage())));
			}
			catch (NotFoundException | ForbiddenException _) {
				// Somebody else has deleted it, or it is everybody's.
			}
		}
		return new Bulk(ids.size(), ids, left);
	}

}
