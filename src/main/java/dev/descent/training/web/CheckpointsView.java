package dev.descent.training.web;

import java.util.List;

import dev.descent.training.Checkpoint;
import dev.descent.training.Checkpoints;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Checkpoints", description = "The epochs whose parameters are kept; results can be asked for at each.")
record CheckpointsView(
		@Schema(description = "Evaluations from one checkpoint to the next.", example = "16") int recordedEvery,
		@Schema(description = "The moments, by epoch.") List<Item> checkpoints) {

	@Schema(name = "Checkpoint", description = "A moment whose parameters are kept.")
	record Item(@Schema(description = "Whole epochs trained.", example = "16") int epoch,
			@Schema(description = "Updates made.", example = "16") long step,
			@Schema(description = "Mean training loss; null if it was not evaluated here.",
					example = "0.6") @Nullable Double trainLoss,
			@Schema(description = "Mean validation loss; null without one.",
					example = "0.62") @Nullable Double validationLoss) {

		static Item of(Checkpoint checkpoint) {
			boolean current = checkpoint.figuresAreCurrent();
			return new Item(checkpoint.epoch(), checkpoint.step(),
					current ? Numbers.orNull(checkpoint.figures().trainLoss()) : null,
					current ? Numbers.orNull(checkpoint.figures().validationLoss()) : null);
		}

	}

	static CheckpointsView of(Checkpoints checkpoints) {
		return new CheckpointsView(checkpoints.stride(), checkpoints.all().stream().map(Item::of).toList());
	}

}
