package dev.descent.training;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "The job that another one was made from.")
public record Origin(@Schema(description = "The job; it may be gone by now.", example = "example") TrainingJobId job,
		@Schema(description = "What was asked of it.", example = "fork") Kind kind,
		@Schema(description = "The updates that both have in common.", example = "500") long step) {

	public enum Kind {

		FORK, CONTINUE, RERUN

	}

}
