package dev.descent.training.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.dataset.Task;
import dev.descent.figure.Axis;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.training.LossCurve;
import dev.descent.training.LossHistory.Column;
import dev.descent.training.TrainingJob;
import dev.descent.figure.CsvTable;
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
				example = "[0.5, 0.55, 0.6]") @Nullable List<@Nullable Double> validationMetric,
		@Schema(description = "Learning rate of the last update before it; at the start, that of the first update.",
				example = "[0.5, 0.5, 0.5]") @Nullable List<@Nullable Double> learningRate,
		@Schema(description = """
				What the method has cost so far: gradients (with the objective), in passes over the training samples; a \
				mini-batch is its share of a pass. What only watches the run is not counted.""",
				example = "[0, 1, 2]") @Nullable List<@Nullable Double> gradientEvaluations,
		@Schema(description = "Likewise, evaluations of the objective alone.",
				example = "[0, 0, 0]") @Nullable List<@Nullable Double> functionEvaluations,
		@Schema(description = "Likewise, products of the Hessian with a vector.",
				example = "[0, 0, 0]") @Nullable List<@Nullable Double> hessianVectorProducts)
		implements
			CsvTable,
			Illustrated {

	static LossHistoryView of(TrainingJob job, @Nullable Integer maxPoints) {
		var all = job.history().curve();
		LossCurve shown = (maxPoints != null) ? all.thinned(maxPoints) : all;
		boolean regression = job.experiment().output().task() == Task.REGRESSION;
		return new LossHistoryView(regression ? "r2" : "accuracy", all.stride(), all.size(),
				Arrays.stream(shown.column(Column.EPOCH)).mapToObj((epoch) -> (int) epoch).toList(),
				Numbers.orNull(shown.column(Column.TRAIN_LOSS)), Numbers.orNull(shown.column(Column.TRAIN_OBJECTIVE)),
				Numbers.orNull(shown.column(Column.TRAIN_METRIC)), Numbers.orNull(shown.column(Column.VALIDATION_LOSS)),
				Numbers.orNull(shown.column(Column.VALIDATION_METRIC)),
				Numbers.orNull(shown.column(Column.LEARNING_RATE)),
				Numbers.orNull(shown.column(Column.GRADIENT_EVALUATIONS)),
				Numbers.orNull(shown.column(Column.FUNCTION_EVALUATIONS)),
				Numbers.orNull(shown.column(Column.HESSIAN_VECTOR_PRODUCTS)));
	}

	@Override
	public Figure figure() {
		double[] epochs = epoch.stream().mapToDouble(Integer::doubleValue).toArray();
		var marks = new ArrayList<Mark>();
		if (trainLoss != null) {
			marks.add(new Mark.Line("training", epochs, Numbers.orNaN(trainLoss), 0, false));
		}
		if (validationLoss != null) {
			marks.add(new Mark.Line("validation", epochs, Numbers.orNaN(validationLoss), 1, true));
		}
		return Figure.of("Loss history", Axis.linear("epoch"), Axis.either("mean loss"), marks);
	}

	@Override
	public List<String> csvHeader() {
		return List.of("epoch", "train_loss", "train_objective", "train_" + metric, "validation_loss",
				"validation_" + metric, "learning_rate", "gradient_evaluations", "function_evaluations",
				"hessian_vector_products");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return IntStream.range(0, epoch.size())
			.mapToObj((i) -> Arrays.asList(epoch.get(i), at(trainLoss, i), at(trainObjective, i), at(trainMetric, i),
					at(validationLoss, i), at(validationMetric, i), at(learningRate, i), at(gradientEvaluations, i),
					at(functionEvaluations, i), at(hessianVectorProducts, i)));
	}

	private static @Nullable Double at(@Nullable List<@Nullable Double> column, int index) {
		return (column != null) ? column.get(index) : null;
	}

}
