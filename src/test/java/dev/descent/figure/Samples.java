package dev.descent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.descent.figure.Axis.Spacing;

/** Figures of every mark, with good data and with bad. */
final class Samples {

	/** What breaks lines, markup, and whoever trusts names. */
	static final List<String> NAMES = List.of("<script>alert(1)</script>", "a & \"b\" 'c'", "line\nbreak\ttab",
			"x".repeat(300), "bell\u0007\ufffe\ud800", "]]> -->", "😀 ünïcode ✓");

	private static final double NAN = Double.NaN;

	private static final double INFINITY = Double.POSITIVE_INFINITY;

	/** Along both axes of the grids. */
	private static final List<double[]> DATA = List.of(new double[] { 1, 2, 3 }, new double[] { 1 }, new double[0],
			new double[] { 0, 1, NAN, INFINITY, -INFINITY, -3, 1e-320 }, new double[] { NAN, NAN },
			new double[] { -1.7e308, 1.7e308 }, new double[] { 4.5e151, 4.5e151 }, new double[] { -2, -1 });

	private Samples() {
	}

	/** One of each mark, with these numbers wherever numbers stand. */
	static List<Mark> marks(String name, double[] values) {
		double[] places = places(values.length);
		double[][] grid = grid(values, values.length);
		return List.of(new Mark.Scatter(name, values, values, 0, true, null),
				new Mark.Scatter(name, places, values, 1, false, new Mark.Shades(values, ColorScale.over(values))),
				new Mark.Line(name, places, values, 2, true), new Mark.Path(name, places, values, values, 3),
				new Mark.HeatMap(name, places, places, grid, ColorScale.over(values), 0.5, false),
				new Mark.Regions(name, places, places, new int[values.length][values.length], List.of(name, "other")),
				new Mark.Surface(name, places, places, grid, Spacing.EITHER),
				new Mark.Bars(name, places(values.length + 1), values, 4),
				new Mark.Band(name, places, values, places, 6));
	}

	/** Every mark alone in a figure, for all kinds of data. */
	static List<Figure> all() {
		var figures = new ArrayList<Figure>();
		for (double[] values : DATA) {
			for (String name : NAMES) {
				for (var mark : marks(name, values)) {
					figures.add(Figure.of(name, Axis.linear(name), Axis.either(name), List.of(mark)));
				}
			}
			figures.add(table(values));
			figures.add(oneRow(values));
			for (int i : new int[] { 0, 1, 2, 8 }) {
				figures.add(Figure.of("", Axis.logarithmic("x"), Axis.logarithmic("y"),
						List.of(marks("log", values).get(i))));
			}
			for (var mark : marks("over names", values)) {
				figures.add(Figure.of("", Axis.of("x", NAMES), Axis.of("y", NAMES), List.of(mark)));
			}
			var over = marks("over a surface", values);
			figures.add(Figure.of("", Axis.linear("x"), Axis.linear("y"), List.of(over.get(6), over.get(3))));
		}
		return figures;
	}

	/** A table with names on both sides. */
	static Figure table(double... values) {
		double[] places = places(values.length);
		var names = IntStream.range(0, values.length).mapToObj((i) -> NAMES.get(i % NAMES.size())).toList();
		return Figure.of("table", Axis.of("predicted", names), Axis.of("actual", names),
				List.of(new Mark.HeatMap("count", places, places, grid(values, values.length), ColorScale.over(values),
						null, true)));
	}

	private static Figure oneRow(double... values) {
		double[] places = places(values.length);
		return Figure.of("row", Axis.linear("x"), Axis.linear("y"),
				List.of(new Mark.Surface("height", places, new double[] { 0 }, grid(values, 1), Spacing.EITHER),
						new Mark.HeatMap("map", places, new double[] { 0 }, grid(values, 1), ColorScale.over(values),
								null, false)));
	}

	/** From 0 to 1 over the places 0 to 1 and 4 to 5, and nothing between. */
	static Mark.Band bandWithGap(String name, int tint) {
		return new Mark.Band(name, places(6), new double[] { 0, 0, NAN, 0, 0, 0 },
				new double[] { 1, 1, 1, INFINITY, 1, 1 }, tint);
	}

	/** Bars over so many long names, and a line from each to half of it. */
	static Figure ranking(int count) {
		double[] x = new double[3 * count];
		double[] y = new double[3 * count];
		for (int i = 0; i < count; i++) {
			x[3 * i] = i;
			x[3 * i + 1] = i;
			x[3 * i + 2] = NAN;
			y[3 * i] = 0.5;
			y[3 * i + 1] = 1;
			y[3 * i + 2] = NAN;
		}
		double[] heights = new double[count];
		Arrays.fill(heights, 1);
		return Figure.of("ranking", Axis.of("", IntStream.range(0, count).mapToObj(Samples::longName).toList()),
				Axis.linear("loss"),
				List.of(new Mark.Bars("", IntStream.rangeClosed(0, count).mapToDouble((i) -> i - 0.5).toArray(),
						heights, 0), new Mark.Line("", x, y, 1, false)));
	}

	static String longName(int number) {
		return "optimizer, learningRate=0.%03d".formatted(number);
	}

	/** Two by two cells, one of which is missing. */
	static Figure cells() {
		double[] places = { 0, 1 };
		return Figure.of("cells", Axis.of("x", List.of("left", "right")), Axis.of("y", List.of("below", "above")),
				List.of(new Mark.HeatMap("map", places, places, new double[][] { { 0, 1 }, { 1, NAN } },
						new ColorScale(0, 1, NAN), null, false)));
	}

	/** So many panels, with the marks in turn. */
	static Figure panels(int count) {
		var marks = marks("mark", new double[] { 1, 2, 3 });
		return new Figure(count + " panels",
				IntStream.range(0, count)
					.mapToObj((i) -> new Panel("panel " + i, Axis.linear("x"), Axis.linear("y"),
							List.of(marks.get(i % marks.size()))))
					.toList());
	}

	static double[] places(int count) {
		return IntStream.range(0, count).asDoubleStream().toArray();
	}

	private static double[][] grid(double[] values, int rows) {
		double[][] grid = new double[rows][];
		Arrays.setAll(grid, (_) -> values);
		return grid;
	}

}
