package dev.descent.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.descent.dataset.Task;
import dev.descent.engine.training.EpochFigures;
import dev.descent.training.TrainingJob;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What was trained and what came out so far.")
record Summary(@Schema(description = "What there is to learn.", example = "binary_classification") Task task,
		@Schema(description = "Units of the layers from the inputs to the outputs.", example = "2-8-1") String network,
		@Schema(description = "Number of weights and biases.", example = "33") int parameterCount,
		@Schema(description = "Samples in each part.") Parts samples,
		@Schema(description = "Whole epochs trained to get the parameters that are the result.",
				example = "1000") int epoch,
		@Schema(description = "Updates made to get them.", example = "1000") long step, @Nullable Scores train,
		@Nullable Scores validation, @Nullable GradientCheckSummary gradientCheck) {

	@Schema(name = "SampleCounts", description = "How many samples there are in each part of the data.")
	record Parts(@Schema(description = "To learn from.", example = "80") int training,
			@Schema(description = "To watch the training.", example = "20") int validation,
			@Schema(description = "For the final judgement.", example = "0") int test) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(description = "Figures over all samples of a part at the last evaluated epoch of the result.")
	record Scores(@Schema(description = "Mean loss, without penalties.", example = "0.25") double loss,
			@Schema(description = "Loss with penalties; absent for validation.",
					example = "0.25") @Nullable Double objective,
			@Schema(description = "Share of samples whose class is right; absent for a regression.",
					example = "0.9") @Nullable Double accuracy,
			@Schema(description = "Share of the targets' variation that is explained; absent for classes.",
					example = "0.98") @Nullable Double r2) {
	}

	static @Nullable Summary of(TrainingJob job) {
		var latest = job.checkpoints().latest();
		if (latest == null) {
			return null;
		}
		var experiment = job.experiment();
		var task = experiment.output().task();
		var split = experiment.split();
		var parts = new Parts(split.training().length, split.validation().length, split.test().length);
		return new Summary(task, experiment.architecture().toString(), experiment.architecture().parameterCount(),
				parts, latest.epoch(), latest.step(), train(task, latest.figures()), validation(task, latest.figures()),
				GradientCheckSummary.of(job.backpropagation()));
	}

	private static @Nullable Scores train(Task task, EpochFigures figures) {
		return Double.isNaN(figures.trainLoss()) ? null
				: scores(task, figures.trainLoss(), figures.trainObjective(), figures.trainMetric());
	}

	private static @Nullable Scores validation(Task task, EpochFigures figures) {
		return Double.isNaN(figures.validationLoss()) ? null
				: scores(task, figures.validationLoss(), null, figures.validationMetric());
	}

	private static Scores scores(Task task, double loss, @Nullable Double objective, double metric) {
		boolean regression = task == Task.REGRESSION;
		return new Scores(loss, objective, regression ? null : Numbers.orNull(metric),
				regression ? Numbers.orNull(metric) : null);
	}

}
