package dev.descent.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.insight.Boundary;
import dev.descent.figure.CsvTable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(name = "Boundary", description = """
		What the network says at each point of a grid over two of its features, with the data: ready to draw. Row i, \
		column j of a grid is the point (x.values[j], y.values[i]). Over one feature it is a single row.""")
record BoundaryView(@Schema(description = "Whole epochs trained to get the parameters.", example = "1000") int epoch,
		@Schema(description = "Updates made to get them.", example = "1000") long step, GridAxis x,
		@Nullable GridAxis y,
		@Schema(description = "The features that are no axis, and where they are held.",
				example = "{\"x3\": 0.5}") Map<String, Double> held,
		@Schema(description = "A grid for each output of the network: one for two classes or a regression, else one a class.",
				example = "[[[0.1, 0.9], [0.2, 0.8]]]") double[][][] outputs,
		@Schema(description = "Names of the classes; null for a regression.",
				example = "[\"0\", \"1\"]") @Nullable List<String> classes,
		@Schema(description = "The output at which two classes meet; null unless one output tells two classes apart.",
				example = "0.5") @Nullable Double threshold,
		@Schema(description = "The class at each point as an index into classes; null for a regression.",
				example = "[[0, 1], [0, 1]]") int @Nullable [][] regions,
		@Schema(description = "The data, part by part.") List<DataPoints> points) implements CsvTable, Illustrated {

	static BoundaryView of(Boundary boundary) {
		var experiment = boundary.network().experiment();
		var output = experiment.output();
		var plane = boundary.plane();
		List<String> classes = experiment.shape().classes();
		boolean regression = classes.isEmpty();
		double[][][] outputs = IntStream.range(0, output.units()).mapToObj(boundary::grid).toArray(double[][][]::new);
		String yName = plane.yName();
		return new BoundaryView(boundary.network().checkpoint().epoch(), boundary.network().checkpoint().step(),
				new GridAxis(plane.xName(), plane.x()), (yName != null) ? new GridAxis(yName, plane.y()) : null,
				plane.heldValues(), outputs, regression ? null : classes,
				(regression || output.units() > 1) ? null : (Double) output.threshold(),
				regression ? null : boundary.regions(),
				DataPoints.of(experiment, (rows) -> plane.values(plane.xFeature(), rows),
						(rows) -> plane.isLine() ? null : plane.values(plane.yFeature(), rows)));
	}

	@Override
	public Figure figure() {
		return new BoundaryFigure(this).figure();
	}

	@Override
	public List<String> csvHeader() {
		var header = new ArrayList<>(List.of(x.feature()));
		if (y != null) {
			header.add(y.feature());
		}
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
		return IntStream.range(0, width * outputs[0].length).mapToObj((at) -> row(at / width, at % width));
	}

	private List<Object> row(int i, int j) {
		var row = new ArrayList<Object>(List.of(x.values()[j]));
		if (y != null) {
			row.add(y.values()[i]);
		}
		for (double[][] grid : outputs) {
			row.add(grid[i][j]);
		}
		if (classes != null && regions != null) {
			row.add(classes.get(regions[i][j]));
		}
		return row;
	}

}
