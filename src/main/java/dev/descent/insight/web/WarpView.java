package dev.descent.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.figure.Axis;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.insight.Warp;
import dev.descent.figure.CsvTable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(name = "Warp",
		description = """
				Where two units of a layer send a grid over two features, and the data with it. Row i, column j of the two grids are \
				the activations for the point (x.values[j], y.values[i]).""")
record WarpView(@Schema(description = "Whole epochs trained to get the parameters.", example = "1000") int epoch,
		@Schema(description = "Updates made to get them.", example = "1000") long step,
		@Schema(description = "The layer, from 0 for the first hidden one.", example = "0") int layer,
		@Schema(description = "The unit from left to right.", example = "0") int first,
		@Schema(description = "The unit from below to above.", example = "1") int second, GridAxis x,
		@Nullable GridAxis y,
		@Schema(description = "The first unit's activations.",
				example = "[[0.1, 0.9], [0.2, 0.8]]") double[][] firstActivations,
		@Schema(description = "The second unit's activations.",
				example = "[[0.3, 0.5], [0.4, 0.6]]") double[][] secondActivations,
		@Schema(description = "Names of the classes; null for a regression.",
				example = "[\"0\", \"1\"]") @Nullable List<String> classes,
		@Schema(description = "The data in the space of the two units, part by part.") List<DataPoints> points)
		implements
			CsvTable,
			Illustrated {

	static WarpView of(Warp warp) {
		var plane = warp.plane();
		var moment = warp.network().checkpoint();
		var experiment = warp.network().experiment();
		List<String> classes = experiment.shape().classes();
		String yName = plane.yName();
		return new WarpView(moment.epoch(), moment.step(), warp.layer(), warp.first(), warp.second(),
				new GridAxis(plane.xName(), plane.x()), (yName != null) ? new GridAxis(yName, plane.y()) : null,
				warp.grid(warp.first()), warp.grid(warp.second()), classes.isEmpty() ? null : classes,
				DataPoints.of(experiment, (rows) -> warp.values(warp.first(), rows),
						(rows) -> warp.values(warp.second(), rows)));
	}

	@Override
	public Figure figure() {
		var marks = new ArrayList<Mark>();
		for (int i = 0; i < firstActivations.length; i++) {
			marks.add(new Mark.Line("", firstActivations[i], secondActivations[i], 6, false));
		}
		if (firstActivations.length > 1) {
			for (int j = 0; j < firstActivations[0].length; j++) {
				marks.add(new Mark.Line("", column(firstActivations, j), column(secondActivations, j), 6, false));
			}
		}
		var scale = DataPoints.scale(points);
		for (var part : points) {
			marks.addAll((classes != null) ? part.marks(classes) : List.of(part.coloredMark(scale)));
		}
		return Figure.of("Inputs as layer " + layer + " sees them after epoch " + epoch, unit(first), unit(second),
				marks);
	}

	private static Axis unit(int unit) {
		return Axis.linear("activation of unit " + unit);
	}

	private static double[] column(double[][] grid, int j) {
		return IntStream.range(0, grid.length).mapToDouble((i) -> grid[i][j]).toArray();
	}

	@Override
	public List<String> csvHeader() {
		return (y != null) ? List.of(x.feature(), y.feature(), "unit_" + first, "unit_" + second)
				: List.of(x.feature(), "unit_" + first, "unit_" + second);
	}

	@Override
	public Stream<List<?>> csvRows() {
		int width = x.values().length;
		return IntStream.range(0, width * firstActivations.length).mapToObj((at) -> {
			var row = new ArrayList<Object>(List.of(x.values()[at % width]));
			if (y != null) {
				row.add(y.values()[at / width]);
			}
			row.add(firstActivations[at / width][at % width]);
			row.add(secondActivations[at / width][at % width]);
			return row;
		});
	}

}
