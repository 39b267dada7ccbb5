package dev.descent.race.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.descent.figure.Axis;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.race.RaceRecord;
import dev.descent.race.Sensitivity;
import dev.descent.race.specification.Criterion;
import dev.descent.race.statistics.Quartiles;
import dev.descent.training.web.Numbers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RaceSensitivity", description = "How the median score depends on the value on one axis.")
record SensitivityView(@Schema(description = "The axis.", example = "optimizer.learningRate") String axis,
		@Schema(description = "Whether its values are compared by their ratios.", example = "true") boolean logarithmic,
		@Schema(description = "What the runs are judged by.", example = "final_loss") Criterion criterion,
		@Schema(description = "Up to this factor above the best median, a value is as good.",
				example = "1.1") double within,
		@Schema(description = "Whether the design is no grid, so that the other axes vary from point to point.",
				example = "false") boolean scattered,
		@Schema(description = "One for each combination of the other factors, the best first; 8 at most.") List<Line> lines,
		@Schema(description = "Names of the combinations beyond those.", example = "[]") List<String> leftOut,
		@JsonIgnore String score) implements CsvTable, Illustrated {

	@Schema(name = "SensitivityLine", description = "One combination of the other factors.")
	record Line(@Schema(description = "What is common to its variants.", example = "adam") String name,
			@Schema(description = "One for each value, in ascending order.") List<Point> points,
			@Schema(description = "The value with the lowest median score; null if all diverged.",
					example = "0.1") @Nullable Double best,
			@Schema(description = "From this value on, up to `to`, all medians are within the factor of the best one.",
					example = "0.1") @Nullable Double from,
			@Schema(description = "The last of them.", example = "1") @Nullable Double to,
			@Schema(description = "How forgiving it is: decades from `from` to `to` on a logarithmic axis, else their difference.",
					example = "1") @Nullable Double width) {

		private static Line of(Sensitivity sensitivity, Sensitivity.Line line) {
			var best = line.best();
			var forgiving = line.forgiving(sensitivity.within());
			Double from = forgiving.isEmpty() ? null : forgiving.getFirst().value();
			Double to = forgiving.isEmpty() ? null : forgiving.getLast().value();
			return new Line(line.name(), line.points().stream().map(Point::of).toList(),
					(best != null) ? best.value() : null, from, to, (from == null || to == null) ? null
							: sensitivity.axis().logarithmic() ? Math.log10(to / from) : to - from);
		}

		private double[] values() {
			return points.stream().mapToDouble(Point::value).toArray();
		}

		private double[] medians() {
			return points.stream().mapToDouble((point) -> point.quartiles().median()).toArray();
		}

		/** With gaps where the median is not shown. */
		private double[] heights(ToDoubleFunction<Quartiles> quartile, ShownScores shown) {
			return points.stream()
				.map(Point::quartiles)
				.mapToDouble((quartiles) -> shown.shows(quartiles.median())
						? shown.capped(quartile.applyAsDouble(quartiles)) : Double.NaN)
				.toArray();
		}

	}

	@Schema(name = "SensitivityPoint", description = "One value of the axis.")
	record Point(@Schema(description = "The value.", example = "0.1") double value,
			@Schema(description = "The scores of the runs; null where they are infinite.") QuartilesView score,
			@Schema(description = "How many of the runs diverged.") ProportionView diverged,
			@JsonIgnore Quartiles quartiles) {

		private static Point of(Sensitivity.Point point) {
			var performance = point.performance();
			return new Point(point.value(), QuartilesView.of(performance.score()),
					ProportionView.of(performance.diverged()), performance.score());
		}

	}

	static SensitivityView of(RaceRecord record, Sensitivity sensitivity) {
		var axis = sensitivity.axis();
		return new SensitivityView(axis.name(), axis.logarithmic(), record.specification().criterion(),
				sensitivity.within(), sensitivity.scattered(),
				sensitivity.lines().stream().map((line) -> Line.of(sensitivity, line)).toList(), sensitivity.left(),
				ScoreName.of(record.specification()));
	}

	@Override
	public Figure figure() {
		var shown = ShownScores.of(lines.stream().flatMapToDouble((line) -> Arrays.stream(line.medians())));
		var bands = new ArrayList<Mark>();
		var marks = new ArrayList<Mark>();
		for (int i = 0; i < lines.size(); i++) {
			var line = lines.get(i);
			double[] medians = line.heights(Quartiles::median, shown);
			if (!scattered) {
				bands.add(new Mark.Band("", line.values(), line.heights(Quartiles::lower, shown),
						line.heights(Quartiles::upper, shown), i));
				marks.add(new Mark.Line((lines.size() > 1) ? line.name() : "", line.values(), medians, i, false));
			}
			marks.add(new Mark.Scatter(scattered ? line.name() : "", line.values(), medians, i, true, null));
		}
		bands.addAll(marks);
		return Figure.of(title(), logarithmic ? Axis.logarithmic(axis) : Axis.linear(axis),
				shown.logarithmic() ? Axis.logarithmic(score) : Axis.either(score), bands);
	}

	private String title() {
		String beyond = leftOut.isEmpty() ? "" : " (" + leftOut.size() + " lines left out)";
		return (scattered ? "Median " + score + ", the other axes varying" : "Median " + score + " and quartiles")
				+ beyond;
	}

	@Override
	public List<String> csvHeader() {
		return List.of("line", axis, "runs", "lower", "median", "upper", "diverged", "diverged_share", "diverged_low",
				"diverged_high");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return lines.stream().flatMap((line) -> line.points().stream().map((point) -> {
			var diverged = point.diverged();
			var score = point.quartiles();
			return Arrays.asList(line.name(), point.value(), diverged.of(), Numbers.orNull(score.lower()),
					Numbers.orNull(score.median()), Numbers.orNull(score.upper()), diverged.count(),
					(diverged.of() > 0) ? diverged.share() : null, diverged.low(), diverged.high());
		}));
	}

}
