package dev.descent.training.specification.schedule;

import java.util.List;
import java.util.Objects;

import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.training.specification.schedule.AnnealingSpecification.CosineSpecification;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A schedule and the training that it is laid out for, which does not take place. */
@Schema(description = "A schedule and the training that it is laid out for. Every field has a default.")
public record SchedulePreviewSpecification(
		@Valid @Schema(description = "The schedule; cosine if absent.") ScheduleSpecification schedule,
		@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(
				description = "Learning rate of the optimizer.", example = "0.5") Double learningRate,
		@Min(1) @Max(1_000_000) @Schema(description = "Passes over the training samples.",
				example = "100") Integer epochs,
		@Min(1) @Max(100_000) @Schema(description = "Updates of each; 1 is the full batch.",
				example = "5") Integer updatesPerEpoch,
		@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
				description = "Momentum of the optimizer, shown where the schedule leaves it. Absent or null: not shown.",
				example = "0.9") @Nullable Double momentum,
		@Size(min = 1, max = 100_000) @Schema(
				description = "For reduce_on_plateau, the monitored loss after each epoch; the last repeats. Absent or null: a loss that never changes.",
				example = "[0.7, 0.6, 0.5]") @Nullable List<@NotNull @DecimalMin("-1e100") @DecimalMax("1e100") Double> losses,
		@Min(2) @Max(10_000) @Schema(description = """
				How many points to show at most, evenly spaced, the first and the last among them.""",
				example = "1000") Integer maxPoints)
		implements
			SelfChecking {

	public SchedulePreviewSpecification {
		schedule = Objects.requireNonNullElseGet(schedule, () -> new CosineSpecification(null, 0.0, StepPer.EPOCH));
		learningRate = Objects.requireNonNullElse(learningRate, 0.5);
		epochs = Objects.requireNonNullElse(epochs, 100);
		updatesPerEpoch = Objects.requireNonNullElse(updatesPerEpoch, 1);
		maxPoints = Objects.requireNonNullElse(maxPoints, 1000);
	}

	@Override
	public void check(Faults faults) {
		if (schedule instanceof SelfChecking checking) {
			checking.check(faults.at("schedule"));
		}
		faults.at("losses")
			.require(losses == null || schedule.watchesLoss() || !faults.noneAt("schedule"),
					"must be absent: only reduce_on_plateau looks at losses");
		if (faults.none() && resolved() instanceof SelfChecking checking) {
			checking.check(faults.at("schedule"));
		}
	}

	/** How many steps of what the schedule counts the training has. */
	public long steps() {
		return (schedule.stepPer() == StepPer.UPDATE) ? (long) epochs * updatesPerEpoch : epochs;
	}

	/** The schedule with every field set. */
	public ScheduleSpecification resolved() {
		return schedule.resolve(learningRate, steps());
	}

}
