package dev.descent.training.specification;

import java.util.Objects;

import dev.descent.engine.training.EarlyStopping;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

@Reference(formula = "stop at epoch t when min of the loss up to t - patience was not undercut by minDelta",
		latex = "\\min_{s \\le t} L_{s} > \\min_{s \\le t-p} L_{s} - \\delta",
		source = "Prechelt, 1998, Early stopping: but when?")
@Schema(description = """
		Ends a run whose loss no longer improves: the validation loss, or the training loss where there is no \
		validation part.""")
public record EarlyStoppingSpecification(
		@Min(1) @Max(1_000_000) @Schema(description = "Epochs without improvement after which to stop.",
				example = "50") Integer patience,
		@DecimalMin("0") @DecimalMax("1000") @Schema(
				description = "By how much the loss must fall below the best so far to count as an improvement.",
				example = "0.0001") Double minDelta,
		@Schema(description = "Whether the job ends with the parameters of its best epoch.",
				example = "true") Boolean restoreBest) {

	public EarlyStoppingSpecification {
		patience = Objects.requireNonNullElse(patience, 50);
		minDelta = Objects.requireNonNullElse(minDelta, 0.0);
		restoreBest = Objects.requireNonNullElse(restoreBest, true);
	}

	public EarlyStopping earlyStopping() {
		return new EarlyStopping(patience, minDelta, restoreBest);
	}

}
