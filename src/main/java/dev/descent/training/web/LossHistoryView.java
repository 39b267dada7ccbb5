package dev.descent.training.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.dataset.Task;
import dev.descent.training.LossCurve;
import dev.descent.training.LossHistory.Column;
import dev.descent.training.TrainingJob;
import dev.descent.web.CsvTable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "LossHistory",
		description = """
				Losses and metrics over the epochs, column by column. Each value is the mean over all samples of its part, with \
				the parameters as they were after the epoch; epoch 0 is the start.""")
record LossHistoryView(
		@Schema(description = "What the metric is: accuracy for classes, r2 for a regression.",
				example = "accuracy") String metric,
		@Schema(description = "Evaluations from one recorded epoch to the next; above 1 in very long runs.",
				example = "1") int recordedEvery,
		@Schema(description = "Points recorded, of which an answer may show fewer.",
				example = "1001") int recordedPoints,
		@Schema(description = "The epochs.", example = "[0, 1, 2]") List<Integer> epoch,
		@Schema(description = "Mean training loss, without penalties.",
				example = "[0.70, 0.69, 0.68]") @Nullable List<@Nullable Double> trainLoss,
		@Schema(description = "Training loss with penalties.",
				example = "[0.70, 0.69, 0.68]") @Nullable List<@Nullable Double> trainObjective,
		@Schema(description = "Metric over the training samples.",
				example = "[0.5, 0.6, 0.7]") @Nullable List<@Nullable Double> trainMetric,
		@Schema(description = "Mean validation loss; null without validation samples.",
				example = "[0.71, 0.70, 0.69]") @Nullable List<@Nullable Double> validationLoss,
		@Schema(description = "Metric over the validation samples; null without any.",
				example = "[0.5, 0.55, 0.6]") @Nullable List<@Nullable Double> validationMetric)
		implements
			CsvTable {

	static LossHistoryView of(TrainingJob job, @Nullable Integer maxPoints) {
		var all = job.history().curve();
		LossCurve shown = (maxPoints != null) ? all.thinned(maxPoints) : all;
		boolean regression = job.experiment().output().task() == Task.REGRESSION;
		return new LossHistoryView(regression ? "r2" : "accuracy", all.stride(), all.size(),
				Arrays.stream(shown.column(Column.EPOCH)).mapToObj((epoch) -> (int) epoch).toList(),
				Numbers.orNull(shown.column(Column.TRAIN_LOSS)), Numbers.orNull(shown.column(Column.TRAIN_OBJECTIVE)),
				Numbers.orNull(shown.column(Column.TRAIN_METRIC)), Numbers.orNull(shown.column(Column.VALIDATION_LOSS)),
				Numbers.orNull(shown.column(Column.VALIDATION_METRIC)));
	}

	@Override
	public List<String> csvHeader() {
		return List.of("epoch", "train_loss", "train_objective", "train_" + metric, "validation_loss",
				"validation_" + metric);
	}

	@Override
	public Stream<List<?>> csvRows() {
		return IntStream.range(0, epoch.size())
			.mapToObj((i) -> Arrays.asList(epoch.get(i), at(trainLoss, i), at(trainObjective, i), at(trainMetric, i),
					at(validationLoss, i), at(validationMetric, i)));
	}

	private static @Nullable Double at(@Nullable List<@Nullable Double> column, int index) {
		return (column != null) ? column.get(index) : null;
	}

}
