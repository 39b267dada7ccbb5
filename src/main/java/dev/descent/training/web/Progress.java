package dev.descent.training.web;

import java.time.Duration;
import java.time.Instant;

import dev.descent.training.JobState;
import dev.descent.training.LossHistory.Column;
import dev.descent.training.LossHistory.Latest;
import dev.descent.training.TrainingJob;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "How far a job is, at its last evaluated epoch.")
record Progress(@Schema(description = "The last evaluated epoch.", example = "1000") int epoch,
		@Schema(description = "Epochs to train at most.", example = "1000") int epochs,
		@Schema(description = "Updates made up to that epoch.", example = "1000") long step,
		@Schema(description = "Mean loss over the training samples.", example = "0.25") double trainLoss,
		@Schema(description = "Mean loss over the validation samples; null without such a part.",
				example = "0.3") @Nullable Double validationLoss,
		@Schema(description = "Accuracy or R2 over the training samples.",
				example = "0.9") @Nullable Double trainMetric,
		@Schema(description = "Accuracy or R2 over the validation samples; null without such a part.",
				example = "0.85") @Nullable Double validationMetric,
		@Schema(description = "Learning rate of the last update before it.", example = "0.5") double learningRate,
		@Schema(description = "Training samples gone through in a second of training; waiting does not count.",
				example = "4000000") @Nullable Double samplesPerSecond,
		@Schema(description = """
				When it will have trained all its epochs, or for as long as it may, if it goes on as it has so far; null \
				unless it is running.""",
				example = "2026-01-01T12:00:30Z") @Nullable Instant estimatedFinish,
		@Schema(description = """
				Epochs after which it will be stopped early if none of them is better; null unless that was asked for.""",
				example = "37") @Nullable Integer patienceLeft) {

	static @Nullable Progress of(TrainingJob job, Instant now) {
		var latest = job.history().latest();
		return (latest != null) ? of(job, latest, now) : null;
	}

	static Progress of(TrainingJob job, Latest latest, Instant now) {
		var training = job.specification().training();
		var stopping = training.earlyStopping();
		return new Progress(latest.epoch(), training.epochs(), latest.step(), latest.of(Column.TRAIN_LOSS),
				Numbers.orNull(latest.of(Column.VALIDATION_LOSS)), Numbers.orNull(latest.of(Column.TRAIN_METRIC)),
				Numbers.orNull(latest.of(Column.VALIDATION_METRIC)), latest.of(Column.LEARNING_RATE),
				samplesPerSecond(job, latest), estimatedFinish(job, latest, now), (stopping == null) ? null
						: (Integer) Math.max(0, stopping.patience() - (latest.epoch() - latest.bestEpoch())));
	}

	private static @Nullable Double samplesPerSecond(TrainingJob job, Latest latest) {
		double samples = (double) epochsHere(job, latest) * job.experiment().split().training().length;
		return Numbers.orNull(samples / (job.trainedFor().toNanos() / 1e9));
	}

	/** Without those that a fork or a continued job has from another. */
	private static int epochsHere(TrainingJob job, Latest latest) {
		return Math.max(0, latest.epoch() - job.epochsBefore());
	}

	private static @Nullable Instant estimatedFinish(TrainingJob job, Latest latest, Instant now) {
		double trained = job.trainedFor().toNanos();
		if (job.state() != JobState.RUNNING || epochsHere(job, latest) <= 0 || trained == 0) {
			return null;
		}
		var training = job.specification().training();
		double ran = job.lifeCycle().ranUntil(now).toNanos();
		double epochsLeft = (training.epochs() - latest.epoch()) * (ran / epochsHere(job, latest));
		double timeLeft = Math.max(0, training.timeLimit().toNanos() - trained) * (ran / trained);
		return now.plus(Duration.ofMillis(Math.round(Math.min(epochsLeft, timeLeft) / 1e6)));
	}

}
