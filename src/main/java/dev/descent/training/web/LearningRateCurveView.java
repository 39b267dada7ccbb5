package dev.descent.training.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.figure.Axis;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.training.LearningRateCurve;
import dev.descent.figure.CsvTable;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "LearningRateCurve",
		description = "The loss against the learning rate, column by column, one entry an update.")
record LearningRateCurveView(
		@Schema(description = "The learning rate of the update.",
				example = "[0.00001, 0.0000115, 0.0000132]") List<Double> learningRate,
		@Schema(description = "Mean loss over the batch of the update, before it, without penalties.",
				example = "[0.70, 0.69, 0.70]") List<Double> loss,
		@Schema(description = "Exponential moving average of the losses, corrected for its start at zero.",
				example = "[0.70, 0.695, 0.697]") List<Double> smoothedLoss)
		implements
			CsvTable,
			Illustrated {

	static LearningRateCurveView of(LearningRateCurve curve) {
		return new LearningRateCurveView(list(curve.rates()), list(curve.losses()), list(curve.smoothed()));
	}

	private static List<Double> list(double[] values) {
		return Arrays.stream(values).boxed().toList();
	}

	@Override
	public Figure figure() {
		double[] rates = array(learningRate);
		return Figure.of("Learning-rate range test", Axis.logarithmic("learning rate"), Axis.either("mean loss"),
				List.of(new Mark.Line("loss", rates, array(loss), 6, false),
						new Mark.Line("smoothed loss", rates, array(smoothedLoss), 0, false)));
	}

	private static double[] array(List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).toArray();
	}

	@Override
	public List<String> csvHeader() {
		return List.of("learning_rate", "loss", "smoothed_loss");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return IntStream.range(0, learningRate.size())
			.mapToObj((i) -> List.of(learningRate.get(i), loss.get(i), smoothedLoss.get(i)));
	}

}
