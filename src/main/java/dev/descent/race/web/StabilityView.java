package dev.descent.race.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.descent.figure.Axis;
import dev.descent.figure.ColorScale;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.figure.Panel;
import dev.descent.race.Factor;
import dev.descent.race.Performance;
import dev.descent.race.RaceRecord;
import dev.descent.race.StabilityMap;
import dev.descent.training.web.Numbers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RaceStability", description = "The median score and the share of runs that diverged, over two factors.")
record StabilityView(@Schema(description = "What lies from left to right.") Side x,
		@Schema(description = "What lies from below to above.") Side y,
		@Schema(description = "One for each combination of the other factors, the best first; 6 at most.") List<Grid> maps,
		@Schema(description = "Names of the combinations beyond those.", example = "[]") List<String> leftOut,
		@JsonIgnore String score) implements CsvTable, Illustrated {

	private static final int BORDER = 5;

	@Schema(name = "StabilitySide", description = "What lies along one side of the map.")
	record Side(@Schema(description = "The axis, or `variant`.", example = "optimizer.learningRate") String name,
			@Schema(description = "Its values, numbers in ascending order.",
					example = "[0.01, 0.1, 1]") List<@Nullable Object> values,
			@JsonIgnore List<String> labels) {

		private static Side of(Factor factor) {
			return new Side(factor.name(), factor.levels(), factor.labels());
		}

		private Axis axis() {
			return Axis.of(name, labels);
		}

		private double[] places() {
			return IntStream.range(0, labels.size()).asDoubleStream().toArray();
		}

	}

	@Schema(name = "StabilityGrid", description = "One combination of the other factors.")
	record Grid(@Schema(description = "What is common to its variants.", example = "all") String name,
			@Schema(description = "One for each value of y.") List<Row> rows) {

		private static Grid of(StabilityMap map, StabilityMap.Grid grid) {
			return new Grid(grid.name(),
					IntStream.range(0, grid.cells().size()).mapToObj((i) -> Row.of(map, grid, i)).toList());
		}

		private double[][] medians() {
			return rows.stream()
				.map((row) -> row.cells()
					.stream()
					.mapToDouble((cell) -> (cell.median() != null) ? cell.median() : Double.NaN)
					.toArray())
				.toArray(double[][]::new);
		}

		/** A stair through the edges of the cells. */
		private Mark border() {
			double[] across = new double[2 * rows.size()];
			double[] up = new double[across.length];
			for (int i = 0; i < across.length; i++) {
				across[i] = rows.get(i / 2).stable() - 0.5;
				int edge = (i + 1) / 2;
				up[i] = edge - 0.5;
			}
			return new Mark.Line("", across, up, BORDER, false);
		}

	}

	@Schema(name = "StabilityRow", description = "One value of y.")
	record Row(@Schema(
			description = "How many values of x, from the first on, are stable in a row: at each at most half of the runs diverge.",
			example = "3") int stable,
			@Schema(description = "The last of these values; null if there is none.",
					example = "1") @Nullable Object stableUpTo,
			@Schema(description = "One for each value of x.") List<Cell> cells) {

		private static Row of(StabilityMap map, StabilityMap.Grid grid, int row) {
			int stable = grid.stable(row);
			return new Row(stable, (stable > 0) ? map.x().levels().get(stable - 1) : null,
					grid.cells().get(row).stream().map(Cell::of).toList());
		}

	}

	@Schema(name = "StabilityCell", description = "One value of x with one of y.")
	record Cell(
			@Schema(description = "The median score; null if it is infinite, or of no runs.",
					example = "0.23") @Nullable Double median,
			@Schema(description = "How many of the runs diverged.") ProportionView diverged) {

		private static Cell of(Performance performance) {
			return new Cell(Numbers.orNull(performance.score().median()), ProportionView.of(performance.diverged()));
		}

	}

	static StabilityView of(RaceRecord record, StabilityMap map) {
		return new StabilityView(Side.of(map.x()), Side.of(map.y()),
				map.grids().stream().map((grid) -> Grid.of(map, grid)).toList(), map.left(),
				ScoreName.of(record.specification()));
	}

	@Override
	public Figure figure() {
		double[] medians = maps.stream()
			.flatMap((map) -> Arrays.stream(map.medians()))
			.flatMapToDouble(Arrays::stream)
			.toArray();
		var shown = ShownScores.of(Arrays.stream(medians));
		var scale = ColorScale.over(Arrays.stream(medians).map((median) -> height(median, shown)).toArray());
		return new Figure(title(shown), maps.stream().map((map) -> panel(map, scale, shown)).toList());
	}

	private String title(ShownScores shown) {
		String border = maps.stream().anyMatch(this::hasBorder) ? "; right of the line most runs diverge" : "";
		String beyond = leftOut.isEmpty() ? "" : " (" + leftOut.size() + " maps left out)";
		return (shown.logarithmic() ? "log10 of the median " : "Median ") + score + border + beyond;
	}

	private boolean hasBorder(Grid map) {
		return map.rows().stream().anyMatch((row) -> row.stable() < x.values().size());
	}

	private static double height(double median, ShownScores shown) {
		double capped = shown.capped(median);
		return shown.logarithmic() ? Math.log10(capped) : capped;
	}

	private Panel panel(Grid map, ColorScale scale, ShownScores shown) {
		double[][] heights = Arrays.stream(map.medians())
			.map((row) -> Arrays.stream(row).map((median) -> height(median, shown)).toArray())
			.toArray(double[][]::new);
		var marks = new ArrayList<Mark>();
		marks.add(new Mark.HeatMap((shown.logarithmic() ? "log10 of the " : "") + score, x.places(), y.places(),
				heights, scale, null, false));
		if (hasBorder(map)) {
			marks.add(map.border());
		}
		return new Panel((maps.size() > 1) ? map.name() : "", x.axis(), y.axis(), marks);
	}

	@Override
	public List<String> csvHeader() {
		return List.of("map", y.name(), x.name(), "runs", "median", "diverged", "diverged_share", "diverged_low",
				"diverged_high");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return maps.stream()
			.flatMap((map) -> IntStream.range(0, map.rows().size())
				.boxed()
				.flatMap((i) -> IntStream.range(0, x.values().size()).mapToObj((j) -> row(map, i, j))));
	}

	private List<?> row(Grid map, int i, int j) {
		var cell = map.rows().get(i).cells().get(j);
		var diverged = cell.diverged();
		return Arrays.asList(map.name(), y.labels().get(i), x.labels().get(j), diverged.of(), cell.median(),
				diverged.count(), (diverged.of() > 0) ? diverged.share() : null, diverged.low(), diverged.high());
	}

}
