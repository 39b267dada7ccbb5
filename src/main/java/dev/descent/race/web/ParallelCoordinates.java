package dev.descent.race.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import dev.descent.figure.Axis;
import dev.descent.figure.Figure;
import dev.descent.figure.Mark;
import dev.descent.race.Factor;
import dev.descent.race.Factors;
import dev.descent.race.RaceRecord;
import dev.descent.race.RaceRun;
import dev.descent.race.statistics.Quartiles;

/**
 * One line for each variant, or for each run of the only one, from left to right through
 * all that is known of it, the score last (Inselberg, 1985, "The plane with parallel
 * coordinates").
 */
final class ParallelCoordinates {

	/** Where what is infinite or far off stands, well above all others. */
	private static final double TOP = 1.12;

	private static final int GOOD = 5;

	private static final int OTHERS = 6;

	private ParallelCoordinates() {
	}

	/**
	 * What is known of all lines: a number each, scaled from 0 to 1.
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	private record Column(String name, double[] heights) {

		static Column of(Factor factor) {
			int last = Math.max(1, factor.levels().size() - 1);
			var labels = factor.labels();
			String name = shortly(factor.name()) + ": " + labels.getFirst() + " to " + labels.getLast();
			return factor.isNumeric()
					? new Column(name,
							heights(Arrays.stream(factor.levelOf()).mapToDouble(factor::number).toArray(),
									factor.logarithmic()))
					: new Column(
							(labels.size() <= 3) ? shortly(factor.name()) + ": " + String.join(", ", labels) : name,
							Arrays.stream(factor.levelOf()).mapToDouble((level) -> (double) level / last).toArray());
		}

		static Column of(String name, double[] values) {
			var shown = ShownScores.of(Arrays.stream(values));
			double[] near = Arrays.stream(values)
				.map((value) -> (value > shown.top()) ? Double.POSITIVE_INFINITY : value)
				.toArray();
			var finite = Arrays.stream(near).filter(Double::isFinite).summaryStatistics();
			return new Column(
					name + ": "
							+ ((finite.getCount() > 0)
									? Factor.brief(finite.getMin()) + " to " + Factor.brief(finite.getMax()) : "none"),
					heights(near, shown.logarithmic()));
		}

		private static double[] heights(double[] values, boolean logarithmic) {
			double[] scaled = Arrays.stream(values).map((value) -> logarithmic ? Math.log(value) : value).toArray();
			var finite = Arrays.stream(scaled).filter(Double::isFinite).summaryStatistics();
			double range = finite.getMax() - finite.getMin();
			return Arrays.stream(scaled)
				.map((value) -> Double.isFinite(value) ? ((range > 0) ? (value - finite.getMin()) / range : 0.5)
						: Double.isNaN(value) ? Double.NaN : TOP)
				.toArray();
		}

		private static String shortly(String field) {
			return field.substring(field.lastIndexOf('.') + 1);
		}

	}

	static Figure of(RaceRecord record) {
		var factors = Factors.of(record.plan());
		boolean single = record.variants().size() == 1;
		var lines = single ? record.counted(0).stream().map(List::of).toList()
				: record.numbers().mapToObj(record::counted).toList();
		var columns = new ArrayList<Column>();
		if (!single) {
			factors.all().forEach((factor) -> columns.add(Column.of(factor)));
		}
		if (factors.axes().isEmpty()) {
			var part = record.specification().part();
			columns.add(Column.of("cost", medians(lines, (run) -> run.costTo(part, record.target().loss()))));
			columns.add(Column.of("seconds", medians(lines, RaceRun::seconds)));
		}
		double[] scores = medians(lines, record::score);
		columns.add(Column.of("score", scores));
		String score = ScoreName.of(record.specification());
		return figure(single ? "Runs; score: " + score : "Variants; score: median " + score, columns, scores);
	}

	private static double[] medians(List<List<RaceRun>> lines, ToDoubleFunction<RaceRun> number) {
		return lines.stream()
			.mapToDouble((runs) -> Quartiles
				.of(runs.stream().mapToDouble(number).filter((value) -> !Double.isNaN(value)).toArray())
				.median())
			.toArray();
	}

	/** The best tenth is drawn last, before all others. */
	private static Figure figure(String title, List<Column> columns, double[] scores) {
		var ranked = IntStream.range(0, scores.length)
			.filter((i) -> !Double.isNaN(scores[i]))
			.boxed()
			.sorted(Comparator.comparingDouble((i) -> scores[i]))
			.toList();
		int good = Math.ceilDiv(ranked.size(), 10);
		boolean far = columns.stream().anyMatch((column) -> Arrays.stream(column.heights()).anyMatch((y) -> y == TOP));
		return Figure.of(title, Axis.of("", columns.stream().map(Column::name).toList()),
				Axis.linear(far ? "0 lowest, 1 highest, above: far off" : "0 lowest, 1 highest"),
				List.of(lines("others", ranked.subList(good, ranked.size()), columns, OTHERS),
						lines("best tenth", ranked.subList(0, good), columns, GOOD)));
	}

	/** All lines as one, with gaps between them. */
	private static Mark lines(String name, List<Integer> members, List<Column> columns, int tint) {
		double[] places = IntStream.rangeClosed(0, columns.size())
			.mapToDouble((c) -> (c < columns.size()) ? c : Double.NaN)
			.toArray();
		double[] x = members.stream().flatMapToDouble((_) -> Arrays.stream(places)).toArray();
		double[] y = members.stream()
			.flatMapToDouble((i) -> DoubleStream.concat(columns.stream().mapToDouble((column) -> column.heights()[i]),
					DoubleStream.of(Double.NaN)))
			.toArray();
		return new Mark.Line(members.isEmpty() ? "" : name, x, y, tint, false);
	}

}
