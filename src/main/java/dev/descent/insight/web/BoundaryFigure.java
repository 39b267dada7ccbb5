package dev.descent.insight.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

import dev.descent.figure.Axis;
import dev.descent.figure.ColorScale;
import dev.descent.figure.Figure;
import dev.descent.figure.Mark;
import org.jspecify.annotations.Nullable;

/** A boundary as a figure: a map of two features, or a curve over one. */
record BoundaryFigure(BoundaryView boundary) {

	Figure figure() {
		var marks = new ArrayList<Mark>();
		GridAxis y = boundary.y();
		if (y == null) {
			addCurves(marks);
		}
		else {
			marks.add(map(y));
		}
		List<String> classes = boundary.classes();
		for (var points : boundary.points()) {
			if (classes != null) {
				marks.addAll(points.marks(classes));
			}
			else {
				marks.add(points.coloredMark(scale()));
			}
		}
		return Figure.of(title(), Axis.linear(boundary.x().feature()), Axis.linear(vertical(y)), marks);
	}

	private String title() {
		String title = ((boundary.classes() != null) ? "Decision boundary" : "Output") + " after epoch "
				+ boundary.epoch();
		return boundary.held().isEmpty() ? title : title + ", " + boundary.held().size() + " features held";
	}

	private static String vertical(@Nullable GridAxis y) {
		return (y != null) ? y.feature() : "output";
	}

	private void addCurves(List<Mark> marks) {
		List<String> classes = boundary.classes();
		for (int unit = 0; unit < boundary.outputs().length; unit++) {
			String name = (classes != null && boundary.outputs().length > 1) ? "output for " + classes.get(unit)
					: "output";
			marks.add(new Mark.Line(name, boundary.x().values(), boundary.outputs()[unit][0],
					(boundary.outputs().length > 1) ? unit : 5, false));
		}
	}

	private Mark map(GridAxis y) {
		List<String> classes = boundary.classes();
		int[][] regions = boundary.regions();
		Double threshold = boundary.threshold();
		if (classes != null && regions != null && threshold == null) {
			return new Mark.Regions("class", boundary.x().values(), y.values(), regions, classes);
		}
		double[][] output = boundary.outputs()[0];
		var scale = (threshold != null) ? ColorScale.around(threshold, reach(output, threshold)) : scale();
		return new Mark.HeatMap("output", boundary.x().values(), y.values(), output, scale, threshold, false);
	}

	/** The colours of data and outputs of a regression. */
	private ColorScale scale() {
		var targets = boundary.points().stream().flatMapToDouble((part) -> Arrays.stream(part.target()));
		var outputs = Arrays.stream(boundary.outputs()[0]).flatMapToDouble(Arrays::stream);
		return ColorScale.over(DoubleStream.concat(targets, outputs).toArray());
	}

	/** Half a probability, or what the outputs need if they are none. */
	private static double reach(double[][] output, double threshold) {
		double farthest = Arrays.stream(output)
			.flatMapToDouble(Arrays::stream)
			.map((value) -> Math.abs(value - threshold))
			.filter(Double::isFinite)
			.max()
			.orElse(1);
		return (farthest <= 0.5) ? 0.5 : Math.max(1, farthest);
	}

}
