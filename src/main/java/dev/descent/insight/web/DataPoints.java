package dev.descent.insight.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.descent.dataset.Labels;
import dev.descent.dataset.Values;
import dev.descent.figure.ColorScale;
import dev.descent.figure.Mark;
import dev.descent.training.Experiment;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(description = "The samples of one part of the data.")
record DataPoints(@Schema(description = "training, validation or test.", example = "training") String part,
		@Schema(description = "Where they stand from left to right.", example = "[0.5]") double[] x,
		@Schema(description = "Where they stand from below to above; null where there is one feature.",
				example = "[0.1]") double @Nullable [] y,
		@Schema(description = "The class as an index into classes, or the value of a regression.",
				example = "[1]") double[] target) {

	/** The parts that have samples. */
	static List<DataPoints> of(Experiment experiment, Function<int[], double[]> x,
			Function<int[], double @Nullable []> y) {
		var points = new ArrayList<DataPoints>();
		var split = experiment.split();
		add("training", experiment, split.training(), x, y, points);
		add("validation", experiment, split.validation(), x, y, points);
		add("test", experiment, split.test(), x, y, points);
		return points;
	}

	private static void add(String part, Experiment experiment, int[] rows, Function<int[], double[]> x,
			Function<int[], double @Nullable []> y, List<DataPoints> points) {
		if (rows.length > 0) {
			var targets = experiment.dataset().targets();
			points.add(new DataPoints(part, x.apply(rows), y.apply(rows),
					IntStream.of(rows).mapToDouble((row) -> switch (targets) {
						case Labels labels -> labels.label(row);
						case Values values -> values.value(row);
					}).toArray()));
		}
	}

	/** A mark for each class; training samples are filled. */
	List<Mark> marks(List<String> classes) {
		boolean training = part.equals("training");
		return IntStream.range(0, classes.size()).<Mark>mapToObj((c) -> {
			int[] members = IntStream.range(0, x.length).filter((i) -> target[i] == c).toArray();
			return new Mark.Scatter(training ? classes.get(c) : classes.get(c) + " (" + part + ")", pick(x, members),
					pick((y != null) ? y : target, members), c, training, null);
		}).filter((mark) -> ((Mark.Scatter) mark).x().length > 0).toList();
	}

	/** One mark, coloured by value where there are two features. */
	Mark coloredMark(ColorScale scale) {
		return new Mark.Scatter(part, x, (y != null) ? y : target, 0, part.equals("training"),
				(y != null) ? new Mark.Shades(target, scale) : null);
	}

	/** A scale for the values of all parts. */
	static ColorScale scale(List<DataPoints> parts) {
		return ColorScale.over(parts.stream().flatMapToDouble((part) -> Arrays.stream(part.target())).toArray());
	}

	private static double[] pick(double[] values, int[] members) {
		return IntStream.of(members).mapToDouble((i) -> values[i]).toArray();
	}

}
