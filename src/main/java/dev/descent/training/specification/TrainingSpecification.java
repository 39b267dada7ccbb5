package dev.descent.training.specification;

import java.time.Duration;
import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

@Schema(description = "How long to train, on which batches, and when to stop early.")
public record TrainingSpecification(
		@Min(0) @Max(100_000_000) @Schema(description = "Passes over the training samples.",
				example = "1000") Integer epochs,
		@Min(1) @Max(100_000) @Schema(
				description = "Samples for each update; 1 is single-sample training. Absent or null: the full batch.",
				example = "16") @Nullable Integer batchSize,
		@Schema(description = "Whether each epoch takes the samples in a new order; no effect on the full batch.",
				example = "true") Boolean shuffle,
		@Schema(description = "Seed of the order; the seed of the job if absent.", example = "42") @Nullable Long seed,
		@Valid @Nullable EarlyStoppingSpecification earlyStopping,
		@DecimalMin("0") @DecimalMax("1e100") @Schema(
				description = "Stop as soon as the training loss is at or below this. Absent or null: never.",
				example = "0.01") @Nullable Double targetLoss,
		@DurationMin(millis = 1) @DurationMax(hours = 1) @Schema(type = "string", format = "",
				description = "Stop after this much time of training (waiting does not count), from PT0.001S to PT1H.",
				example = "PT5M") Duration timeLimit) {

	/** What it is if nothing is given. */
	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	public static final TrainingSpecification DEFAULT = new TrainingSpecification(null, null, null, null, null, null,
			null);

	public TrainingSpecification {
		epochs = Objects.requireNonNullElse(epochs, 1000);
		shuffle = Objects.requireNonNullElse(shuffle, true);
		timeLimit = Objects.requireNonNullElse(timeLimit, Duration.ofMinutes(5));
	}

	/** How many updates an epoch over so many samples has. */
	public long updatesPerEpoch(int samples) {
		return (batchSize != null) ? Math.ceilDiv(samples, batchSize) : 1;
	}

	TrainingSpecification withSeed(long seed) {
		return (this.seed != null) ? this
				: new TrainingSpecification(epochs, batchSize, shuffle, seed, earlyStopping, targetLoss, timeLimit);
	}

}
