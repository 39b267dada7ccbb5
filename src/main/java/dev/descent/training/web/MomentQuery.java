package dev.descent.training.web;

import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** A moment of a run, as a query says it; the present one if it says nothing. */
public record MomentQuery(
		@Parameter(description = "After so many epochs; the present moment if neither epoch nor step is given.",
				example = "0") @Min(0) @Nullable Integer epoch,
		@Parameter(description = "After so many updates, in place of an epoch.") @Min(0) @Nullable Long step) {

	/** Refuses a moment where none is wanted. */
	public void requireAbsent(String reason) {
		var faults = new Faults();
		if (epoch != null) {
			faults.add(Fault.ofParameter("epoch", "must not be given: " + reason));
		}
		if (step != null) {
			faults.add(Fault.ofParameter("step", "must not be given: " + reason));
		}
		faults.throwIfAny();
	}

}
