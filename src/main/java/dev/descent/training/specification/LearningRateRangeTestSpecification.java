package dev.descent.training.specification;

import java.util.Objects;

import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.training.specification.optimizer.Ingredient;
import dev.descent.training.specification.schedule.ScheduleSpecification.ConstantSpecification;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What a learning-rate range test can be told: the training, and how to sweep. */
@Schema(description = """
		A learning-rate range test. Every field has a default, so {} is a valid test: of the training that {} is as a \
		training job.""")
public record LearningRateRangeTestSpecification(@Valid @Schema(description = """
		The training whose learning rate is looked for, with its data, network and optimizer. Its own learning \
		rate, epochs and recording play no part; its time limit holds for the test.""") TrainingJobSpecification job,
		@DecimalMin("1e-12") @DecimalMax("1000") @Schema(description = "Learning rate of the first update.",
				example = "0.00001") Double lowestRate,
		@DecimalMin("1e-12") @DecimalMax("1000") @Schema(
				description = "Learning rate of the last update, above the lowest.",
				example = "100") Double highestRate,
		@Min(10) @Max(10_000) @Schema(description = """
				Updates of the sweep; from each to the next the learning rate grows by the same factor.""",
				example = "200") Integer updates,
		@DecimalMin("0") @DecimalMax("0.999") @Schema(description = """
				Share of the moving average of the losses that stays at an update; 0 looks at the losses themselves.""",
				example = "0.9") Double smoothing,
		@DecimalMin(value = "1", inclusive = false) @DecimalMax("1e6") @Schema(description = """
				Stop when the smoothed loss exceeds its best so far by more than (stopFactor - 1) times its size.""",
				example = "4") Double stopFactor)
		implements
			SelfChecking {

	/** What it is if nothing is given. */
	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	public static final LearningRateRangeTestSpecification DEFAULT = new LearningRateRangeTestSpecification(null, null,
			null, null, null, null);

	/**
	 * The range is wide enough for every method of the catalog to begin to learn and to
	 * diverge on scaled data; since a sweep ends when the loss has grown, a high end
	 * costs little. Two hundred updates are about thirty for each power of ten, three
	 * times what an average is over.
	 */
	public LearningRateRangeTestSpecification {
		job = Objects.requireNonNullElse(job, TrainingJobSpecification.DEFAULT);
		lowestRate = Objects.requireNonNullElse(lowestRate, 1e-5);
		highestRate = Objects.requireNonNullElse(highestRate, 100.0);
		updates = Objects.requireNonNullElse(updates, 200);
		smoothing = Objects.requireNonNullElse(smoothing, 0.9);
		stopFactor = Objects.requireNonNullElse(stopFactor, 4.0);
	}

	@Override
	public void check(Faults faults) {
		if (faults.noneAt("lowestRate")) {
			faults.at("highestRate")
				.require(highestRate > lowestRate, "must be above lowestRate, which is " + lowestRate);
		}
		job.check(faults.at("job"));
		refuseWhatASweepCannotTake(faults.at("job"));
	}

	private void refuseWhatASweepCannotTake(Faults faults) {
		refuse(!(job.schedule() instanceof ConstantSpecification), faults.at("schedule"),
				"must be constant: the test moves the learning rate itself");
		refuse(job.training().earlyStopping() != null, faults.at("training").at("earlyStopping"),
				"must be null: the test stops by a rule of its own, stopFactor");
		refuse(job.training().targetLoss() != null, faults.at("training").at("targetLoss"),
				"must be null: the test is not to reach a loss but to see where it grows");
		refuse(job.averaging() != null, faults.at("averaging"),
				"must be null: the test looks at the parameters that move, not at an average of them");
		refuse(!job.amendments().isEmpty(), faults.at("amendments"), "must be empty: the test has one course only");
		refuse(!job.webhooks().isEmpty(), faults.at("webhooks"), "must be empty: a test sends no messages");
		String reason = job.optimizer().refused().get(Ingredient.SCHEDULE);
		refuse(reason != null, faults.at("optimizer"), "cannot be swept over learning rates; its schedule " + reason);
	}

	/** Notes why something cannot be, unless there is a fault already. */
	private static void refuse(boolean condition, Faults faults, String why) {
		if (condition && faults.noneHere()) {
			faults.add(why);
		}
	}

	/** The same test of a job with every field set. */
	public LearningRateRangeTestSpecification withJob(TrainingJobSpecification resolved) {
		return new LearningRateRangeTestSpecification(resolved, lowestRate, highestRate, updates, smoothing,
				stopFactor);
	}

}
