package dev.descent.training.web;

import java.util.List;

import dev.descent.engine.analysis.CheckedDerivative;
import dev.descent.training.BackpropagationCheck;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = """
		Backpropagation's derivative in a random direction of each layer against a central difference, at the end of the \
		job; absent before, and for a job that was cancelled or diverged. `gradient-check` tells more.""")
record GradientCheckSummary(@Schema(description = "Whether no derivative is wrong.", example = "true") boolean agrees,
		@Schema(description = "The layer in which an error begins, from 0; null if nothing is wrong.",
				example = "null") @Nullable Integer brokenFrom,
		@Schema(description = "Training samples that were taken, the first ones.", example = "32") int samples,
		@Schema(description = "The relative error in each layer; null where the derivative is too small for differences to tell.",
				example = "[3e-10, 1e-11]") List<@Nullable Double> relativeErrors) {

	static @Nullable GradientCheckSummary of(@Nullable BackpropagationCheck check) {
		return (check == null) ? null : new GradientCheckSummary(check.agrees(), check.brokenFrom(), check.samples(),
				check.layers().stream().<@Nullable Double>map(CheckedDerivative::relativeError).toList());
	}

}
