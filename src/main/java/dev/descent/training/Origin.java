package dev.descent.training;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "The job that another one was made from.")
public record Origin(@Schema(description = "The job; it may be gone by now.", example = "example") TrainingJobId job,
		@Schema(description = "What was asked of it.", example = "fork") Kind kind,
		@Schema(description = "The updates that both have in common.", example = "500") long step,
		@Schema(description = "For a trial: the finding of the diagnosis whose cure it tries; else null.",
				example = "null") @Nullable String finding) {

	public enum Kind {

		FORK, CONTINUE, RERUN,

		/** From the start, with what a diagnosis advises. */
		TRIAL

	}

	Origin(TrainingJobId job, Kind kind, long step) {
		this(job, kind, step, null);
	}

}
