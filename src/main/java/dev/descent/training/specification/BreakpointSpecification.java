package dev.descent.training.specification;

import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.training.breakpoint.Condition;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Schema(description = "Where a run is to be looked at.")
public record BreakpointSpecification(@NotNull @Size(min = 1, max = 500) @Schema(
		description = """
				A condition over epoch, step, loss, min_loss, validation_loss, min_validation_loss, metric, validation_metric, \
				learning_rate and dead_units (hidden units that are 0 for every training sample), in the Common Expression \
				Language: + - * / %, comparisons, &&, ||, !, ? :, abs, min and max. All numbers are doubles. A comparison with a number \
				that there is not, such as validation_loss without a validation part, is false.""",
		example = "epoch >= 10 && loss > 3 * min_loss") String when) implements SelfChecking {

	@Override
	public void check(Faults faults) {
		if (faults.noneAt("when")) {
			var _ = compile(faults.at("when"));
		}
	}

	/** The condition of a specification that was checked. */
	public Condition condition() {
		var faults = new Faults();
		var condition = compile(faults);
		if (condition == null) {
			throw new IllegalStateException("unchecked: " + faults.all());
		}
		return condition;
	}

	private @Nullable Condition compile(Faults faults) {
		return Condition.compile(when, faults);
	}

}
