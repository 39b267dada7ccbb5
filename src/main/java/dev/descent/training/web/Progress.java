package dev.descent.training.web;

import dev.descent.training.LossHistory.Column;
import dev.descent.training.TrainingJob;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "How far a job is, at its last evaluated epoch.")
record Progress(@Schema(description = "The last evaluated epoch.", example = "1000") int epoch,
		@Schema(description = "Epochs to train at most.", example = "1000") int epochs,
		@Schema(description = "Mean loss over the training samples.", example = "0.25") double trainLoss,
		@Schema(description = "Mean loss over the validation samples; null without such a part.",
				example = "0.3") @Nullable Double validationLoss) {

	static @Nullable Progress of(TrainingJob job) {
		var history = job.history();
		if (history.evaluations() == 0) {
			return null;
		}
		return new Progress((int) history.latest(Column.EPOCH), job.specification().training().epochs(),
				history.latest(Column.TRAIN_LOSS), Numbers.orNull(history.latest(Column.VALIDATION_LOSS)));
	}

}
