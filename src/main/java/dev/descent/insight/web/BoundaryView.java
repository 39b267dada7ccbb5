package dev.descent.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.dataset.Labels;
import dev.descent.dataset.Values;
import dev.descent.insight.Boundary;
import dev.descent.training.Experiment;
import dev.descent.web.CsvTable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(name = "Boundary", description = """
		What the network says at each point of a grid over its two features, with the data: ready to draw. Row i, \
		column j of a grid is the point (x.values[j], y.values[i]).""")
record BoundaryView(@Schema(description = "Whole epochs trained to get the parameters.", example = "1000") int epoch,
		@Schema(description = "Updates made to get them.", example = "1000") long step, Axis x, Axis y,
		@Schema(description = "A grid for each output of the network: one for two classes or a regression, else one a class.",
				example = "[[[0.1, 0.9], [0.2, 0.8]]]") double[][][] outputs,
		@Schema(description = "Names of the classes; null for a regression.",
				example = "[\"0\", \"1\"]") @Nullable List<String> classes,
		@Schema(description = "The output at which two classes meet; null unless one output tells two classes apart.",
				example = "0.5") @Nullable Double threshold,
		@Schema(description = "The class at each point as an index into classes; null for a regression.",
				example = "[[0, 1], [0, 1]]") int @Nullable [][] regions,
		@Schema(description = "The data, part by part.") List<Points> points) implements CsvTable {

	@Schema(name = "BoundaryAxis", description = "One axis of the grid.")
	record Axis(@Schema(description = "The feature.", example = "x1") String feature,
			@Schema(description = "Where the points of the grid stand, in ascending order.",
					example = "[-1.5, 2.5]") double[] values) {
	}

	@Schema(name = "BoundaryPoints", description = "The samples of one part of the data.")
	record Points(@Schema(description = "training, validation or test.", example = "training") String part,
			@Schema(description = "Values of the first feature.", example = "[0.5]") double[] x,
			@Schema(description = "Values of the second feature.", example = "[0.1]") double[] y,
			@Schema(description = "The class as an index into classes, or the value of a regression.",
					example = "[1]") double[] target) {

		static Points of(String part, Experiment experiment, int[] rows) {
			var dataset = experiment.dataset();
			return new Points(part, IntStream.of(rows).mapToDouble((row) -> dataset.feature(row, 0)).toArray(),
					IntStream.of(rows).mapToDouble((row) -> dataset.feature(row, 1)).toArray(),
					IntStream.of(rows).mapToDouble((row) -> switch (dataset.targets()) {
						case Labels labels -> labels.label(row);
						case Values values -> values.value(row);
					}).toArray());
		}

	}

	static BoundaryView of(Boundary boundary) {
		var experiment = boundary.network().experiment();
		var output = experiment.output();
		var shape = experiment.shape();
		boolean regression = shape.classes().isEmpty();
		double[][][] outputs = IntStream.range(0, output.units()).mapToObj(boundary::grid).toArray(double[][][]::new);
		return new BoundaryView(boundary.network().checkpoint().epoch(), boundary.network().checkpoint().step(),
				new Axis(shape.columns().get(0), boundary.x()), new Axis(shape.columns().get(1), boundary.y()), outputs,
				regression ? null : shape.classes(),
				(regression || output.units() > 1) ? null : (Double) output.threshold(),
				regression ? null : boundary.regions(), points(experiment));
	}

	private static List<Points> points(Experiment experiment) {
		var points = new ArrayList<Points>();
		points.add(Points.of("training", experiment, experiment.split().training()));
		if (experiment.split().validation().length > 0) {
			points.add(Points.of("validation", experiment, experiment.split().validation()));
		}
		if (experiment.split().test().length > 0) {
			points.add(Points.of("test", experiment, experiment.split().test()));
		}
		return points;
	}

	@Override
	public List<String> csvHeader() {
		var header = new ArrayList<>(List.of(x.feature(), y.feature()));
		for (int unit = 0; unit < outputs.length; unit++) {
			header.add((outputs.length > 1 && classes != null) ? "output_" + classes.get(unit) : "output");
		}
		if (classes != null) {
			header.add("class");
		}
		return header;
	}

	/** A row for each point of the grid. */
	@Override
	public Stream<List<?>> csvRows() {
		int width = x.values().length;
		return IntStream.range(0, width * y.values().length).mapToObj((at) -> row(at / width, at % width));
	}

	private List<Object> row(int i, int j) {
		var row = new ArrayList<Object>(List.of(x.values()[j], y.values()[i]));
		for (double[][] grid : outputs) {
			row.add(grid[i][j]);
		}
		if (classes != null && regions != null) {
			row.add(classes.get(regions[i][j]));
		}
		return row;
	}

}
