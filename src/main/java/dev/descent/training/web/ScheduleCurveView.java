package dev.descent.training.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.figure.Axis;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.training.ScheduleCurve;
import dev.descent.training.specification.schedule.ScheduleSpecification;
import dev.descent.training.specification.schedule.StepPer;
import dev.descent.figure.CsvTable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ScheduleCurve", description = "The learning rate over a training that does not take place.")
record ScheduleCurveView(
		@Schema(description = "The schedule with every field filled in.") ScheduleSpecification schedule,
		@Schema(description = "What a step is.", example = "epoch") StepPer stepPer,
		@Schema(description = "Steps of the whole training, of which an answer may show fewer.",
				example = "100") long steps,
		@Schema(description = "The steps, from 1.", example = "[1, 2, 3]") List<Long> step,
		@Schema(description = "The learning rate for each.", example = "[0.5, 0.499, 0.498]") List<Double> learningRate,
		@Schema(description = "The momentum for each; null if nothing says what it is.",
				example = "[0.95, 0.94, 0.93]") @Nullable List<@Nullable Double> momentum)
		implements
			CsvTable,
			Illustrated {

	static ScheduleCurveView of(ScheduleCurve curve) {
		return new ScheduleCurveView(curve.schedule(), curve.schedule().stepPer(), curve.steps(),
				Arrays.stream(curve.step()).boxed().toList(), Arrays.stream(curve.learningRate()).boxed().toList(),
				Numbers.orNull(curve.momentum()));
	}

	@Override
	public Figure figure() {
		double[] steps = step.stream().mapToDouble(Long::doubleValue).toArray();
		var marks = new ArrayList<Mark>();
		marks.add(new Mark.Line("learning rate", steps,
				learningRate.stream().mapToDouble(Double::doubleValue).toArray(), 0, false));
		if (momentum != null) {
			marks.add(new Mark.Line("momentum", steps, Numbers.orNaN(momentum), 1, true));
		}
		return Figure.of("Schedule", Axis.linear((stepPer == StepPer.UPDATE) ? "update" : "epoch"),
				Axis.either((momentum != null) ? "rate and momentum" : "learning rate"), marks);
	}

	@Override
	public List<String> csvHeader() {
		return List.of((stepPer == StepPer.UPDATE) ? "update" : "epoch", "learning_rate", "momentum");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return IntStream.range(0, step.size())
			.mapToObj((i) -> Arrays.asList(step.get(i), learningRate.get(i),
					(momentum != null) ? momentum.get(i) : null));
	}

}
