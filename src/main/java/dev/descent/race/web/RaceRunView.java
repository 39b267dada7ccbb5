package dev.descent.race.web;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.descent.engine.training.StopReason;
import dev.descent.insight.surface.Part;
import dev.descent.race.RaceRecord;
import dev.descent.race.RaceRun;
import dev.descent.training.JobState;
import dev.descent.training.TrainingJobId;
import dev.descent.training.web.JobLinks;
import dev.descent.training.web.Numbers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RaceRun", description = "A run that has ended. It stays when its job is gone.")
record RaceRunView(@Schema(description = "The variant.", example = "adam learningRate=0.1") String variant,
		@Schema(description = "Its value on each axis.",
				example = "{\"optimizer.learningRate\": 0.1}") Map<String, @Nullable Object> point,
		@Schema(description = "The seed.", example = "42") long seed,
		@Schema(description = "The learning rate that was tried, for a run of the tuning; null for one of the race itself.",
				example = "null") @Nullable Double rate,
		@Schema(description = "The job; null if it could not be made.",
				example = "example") @Nullable TrainingJobId job,
		@Schema(description = "Where the job is, as long as it is kept.",
				example = "/api/v1/training-jobs/example") @Nullable String link,
		@Schema(description = "How it ended.", example = "succeeded") JobState state,
		@Schema(description = "Why it ended.", example = "completed") @Nullable StopReason stopReason,
		@Schema(description = "Whether it counts: it ended by itself, and nobody changed it on its way.",
				example = "true") boolean counts,
		@Schema(description = "Whether another variant or race had it trained.", example = "false") boolean shared,
		@Schema(description = "Whether somebody changed it on its way.", example = "false") boolean changed,
		@Schema(description = "What it is judged by; null where that is infinite.",
				example = "0.23") @Nullable Double score,
		@Schema(description = "Whole epochs trained.", example = "1000") @Nullable Double epochs,
		@Schema(description = "Gradients over the whole training data.",
				example = "1000") @Nullable Double gradientEvaluations,
		@Schema(description = "Seconds of training.", example = "0.02") double seconds,
		@Schema(description = "Training loss at the end; null if it diverged.",
				example = "0.23") @Nullable Double trainLoss,
		@Schema(description = "Lowest training loss of any evaluated epoch.",
				example = "0.23") @Nullable Double lowestTrainLoss,
		@Schema(description = "Validation loss at the end; null if it diverged or there are no such samples.",
				example = "0.25") @Nullable Double validationLoss,
		@Schema(description = "Lowest validation loss of any evaluated epoch.",
				example = "0.24") @Nullable Double lowestValidationLoss,
		@Schema(description = "Accuracy, or share of explained variation, on the training samples at the end.",
				example = "0.9") @Nullable Double trainMetric,
		@Schema(description = "The same on the validation samples.",
				example = "0.85") @Nullable Double validationMetric,
		@Schema(description = "Gradients over the whole training data until it came to the target; null if it never did.",
				example = "400") @Nullable Double costToTarget,
		@Schema(description = "Epochs until then.", example = "400") @Nullable Double epochsToTarget,
		@Schema(description = "Fingerprint of the parameters of epoch 0: equal if two runs began at the same place.",
				example = "5f2b1c0a9d3e4f60") @Nullable String start) {

	static RaceRunView of(RaceRecord record, RaceRun run) {
		var axes = record.specification().axes();
		var variant = record.variants().get(run.variant());
		var point = new LinkedHashMap<String, @Nullable Object>();
		for (int a = 0; a < axes.size(); a++) {
			point.put(axes.get(a).field(), variant.point().get(a));
		}
		var part = record.specification().part();
		var target = record.target();
		return new RaceRunView(variant.name(), point, run.seed(), run.rate(), run.job(),
				(run.job() != null) ? JobLinks.self(run.job()) : null, run.state(), run.stopReason(), run.counts(),
				run.shared(), run.changed(), Numbers.orNull(record.score(run)), last(run.curve().epochs()),
				last(run.curve().gradientEvaluations()), run.seconds(), Numbers.orNull(run.finalLoss(Part.TRAINING)),
				Numbers.orNull(run.lowestLoss(Part.TRAINING)), Numbers.orNull(run.finalLoss(Part.VALIDATION)),
				Numbers.orNull(run.lowestLoss(Part.VALIDATION)), Numbers.orNull(run.trainMetric()),
				Numbers.orNull(run.validationMetric()),
				target.isKnown() ? Numbers.orNull(run.costTo(part, target.loss())) : null,
				target.isKnown() ? Numbers.orNull(run.epochsTo(part, target.loss())) : null, run.start());
	}

	private static @Nullable Double last(double[] column) {
		return (column.length > 0) ? (Double) column[column.length - 1] : null;
	}

}
