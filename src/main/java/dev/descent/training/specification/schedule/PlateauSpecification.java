package dev.descent.training.specification.schedule;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.schedule.ReduceOnPlateau;
import dev.descent.engine.schedule.Schedule;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** A schedule that follows the loss. */
@JsonTypeName("reduce_on_plateau")
@Reference(
		formula = "learningRate = max(factor learningRate, minLearningRate) after more than patience evaluations without a better loss",
		latex = "\\eta \\leftarrow \\max(f\\,\\eta, \\eta_{\\min}) \\text{ when the loss has not improved}",
		source = "Krizhevsky, Sutskever and Hinton, 2012, ImageNet classification with deep convolutional neural networks, section 5")
@Schema(description = """
		Falls when the monitored loss (of the validation samples, or of the training samples where there are none) has \
		not become better for a while. Counts evaluated epochs.""")
public record PlateauSpecification(
		@DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false) @Schema(
				description = "By what the rate is multiplied.", example = "0.1") Double factor,
		@Min(0) @Max(1_000_000) @Schema(description = "Evaluations without improvement that are put up with.",
				example = "10") Integer patience,
		@DecimalMin("0") @DecimalMax("1") @Schema(
				description = "By how much the loss must fall below the best so far to be better.",
				example = "0.0001") Double threshold,
		@Schema(description = "Whether the threshold is a share of the best loss (rel) or an amount (abs).",
				example = "rel") ThresholdMode thresholdMode,
		@Min(0) @Max(1_000_000) @Schema(description = "Evaluations after a fall that do not count.",
				example = "0") Integer cooldown,
		@DecimalMin("0") @DecimalMax("1000") @Schema(description = "The rate does not fall below it.",
				example = "0") Double minLearningRate,
		@DecimalMin("0") @DecimalMax("1") @Schema(description = "A fall by no more than this is not made.",
				example = "1e-08") Double epsilon)
		implements
			CurveSpecification {

	public PlateauSpecification {
		factor = Objects.requireNonNullElse(factor, 0.1);
		patience = Objects.requireNonNullElse(patience, 10);
		threshold = Objects.requireNonNullElse(threshold, 0.0001);
		thresholdMode = Objects.requireNonNullElse(thresholdMode, ThresholdMode.REL);
		cooldown = Objects.requireNonNullElse(cooldown, 0);
		minLearningRate = Objects.requireNonNullElse(minLearningRate, 0.0);
		epsilon = Objects.requireNonNullElse(epsilon, 1e-8);
	}

	@Override
	public boolean watchesLoss() {
		return true;
	}

	@Override
	public PlateauSpecification resolve(double learningRate, long horizon) {
		return this;
	}

	@Override
	public Schedule rule() {
		return new ReduceOnPlateau(factor, patience, threshold, thresholdMode == ThresholdMode.REL, cooldown,
				minLearningRate, epsilon);
	}

	/** What a threshold is measured in. */
	public enum ThresholdMode {

		/** Shares of the best loss. */
		REL,

		/** The loss itself. */
		ABS

	}

}
