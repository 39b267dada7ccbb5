package dev.descent.path.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.figure.Axis;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.path.OptimizerPaths;
import dev.descent.path.SurfaceGrid;
import dev.descent.path.specification.OptimizerPathsSpecification;
import dev.descent.reference.Variant;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "OptimizerPaths", description = "Where optimizers went on a surface, and the surface.")
record OptimizerPathsView(
		@Schema(description = "The request with every field filled in.") OptimizerPathsSpecification specification,
		SurfaceView surface, Grid grid,
		@Schema(description = """
				Updates from one point of a path to the next; above 1 where a path would have more than 1000 points, or all \
				together more than 50,000. The first and the last point are always there.""",
				example = "1") int recordedEvery,
		@Schema(description = "The runs in their order, each from all starts in their order.") List<PathView> paths)
		implements
			CsvTable,
			Illustrated {

	/** Colours that are well seen on the surface. */
	private static final int[] COLORS = { 5, 1, 4, 3, 7, 6, 2, 0 };

	@SuppressWarnings("ArrayRecordComponent") // written out, never compared
	@Schema(name = "SurfaceGrid", description = "Heights of the surface: row i, column j is at (x[j], y[i]).")
	record Grid(
			@Schema(description = "Where the columns stand, in ascending order.", example = "[-2, 0, 2]") double[] x,
			@Schema(description = "Where the rows stand, in ascending order.", example = "[-1, 3]") double[] y,
			@Schema(description = "The heights, row by row.",
					example = "[[2509, 101, 2501], [109, 901, 101]]") double[][] value) {

		static Grid of(SurfaceGrid grid) {
			return new Grid(grid.x(), grid.y(), grid.value());
		}

	}

	static OptimizerPathsView of(OptimizerPaths paths) {
		return new OptimizerPathsView(paths.specification(),
				SurfaceView.of(paths.specification().surface(), paths.surface()), Grid.of(paths.grid()),
				paths.recordedEvery(), paths.paths().stream().map((path) -> PathView.of(path, paths)).toList());
	}

	@Override
	public Figure figure() {
		var marks = new ArrayList<Mark>();
		boolean positive = Arrays.stream(grid.value())
			.flatMapToDouble(Arrays::stream)
			.allMatch((height) -> height >= 0);
		marks.add(new Mark.Surface("height", grid.x(), grid.y(), grid.value(),
				positive ? Axis.Spacing.LOGARITHMIC : Axis.Spacing.LINEAR));
		var runs = paths.stream().map(PathView::run).distinct().toList();
		for (var path : paths) {
			marks.add(new Mark.Path((path.start() == 0) ? path.run() : "", path.x(), path.y(), path.value(),
					COLORS[runs.indexOf(path.run()) % COLORS.length]));
		}
		return Figure.of("Optimizers on " + kind().replace('_', ' '), Axis.linear("x"), Axis.linear("y"), marks);
	}

	private String kind() {
		return String.valueOf(new Variant(specification.surface().getClass()).name());
	}

	@Override
	public List<String> csvHeader() {
		return List.of("run", "start", "step", "x", "y", "value");
	}

	/** A row for each point of each path. */
	@Override
	public Stream<List<?>> csvRows() {
		return paths.stream()
			.flatMap((path) -> IntStream.range(0, path.step().length)
				.mapToObj((i) -> List.of(path.run(), path.start(), path.step()[i], path.x()[i], path.y()[i],
						path.value()[i])));
	}

}
