package dev.descent.race;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How a race came out over the values of one axis.
 *
 * @param within a median score up to this factor above the best is as good
 * @param scattered whether the design is no grid, so that other axes vary along a line
 * @param lines one for each combination of the other factors, the best first; of a
 * scattered design, one for each given variant
 * @param left names of combinations beyond those that are shown
 */
public record Sensitivity(Factor axis, double within, boolean scattered, List<Line> lines, List<String> left) {

	/** More lines can hardly be told apart. */
	public static final int MOST_LINES = 8;

	/**
	 * One value of the axis.
	 */
	public record Point(double value, Performance performance) {

		double median() {
			return performance.score().median();
		}

	}

	/**
	 * One combination of the other factors.
	 *
	 * @param points in the order of their values
	 */
	public record Line(String name, List<Point> points) {

		/** The point with the lowest median score that is finite. */
		public @Nullable Point best() {
			return points.stream()
				.filter((point) -> Double.isFinite(point.median()))
				.min(Comparator.comparingDouble(Point::median))
				.orElse(null);
		}

		/**
		 * The points around the best one, without a gap, that are as good within a
		 * factor.
		 */
		public List<Point> forgiving(double within) {
			var best = best();
			if (best == null) {
				return List.of();
			}
			double bound = best.median() + (within - 1) * Math.abs(best.median());
			int low = points.indexOf(best);
			int high = low;
			while (low > 0 && points.get(low - 1).median() <= bound) {
				low--;
			}
			while (high < points.size() - 1 && points.get(high + 1).median() <= bound) {
				high++;
			}
			return points.subList(low, high + 1);
		}

	}

	/**
	 * How a race came out over an axis.
	 * @param axis with numbers
	 */
	public static Sensitivity of(RaceRecord record, Factors factors, Factor axis, double within) {
		var groups = Ranked.of(record, factors.groups(List.of(axis)), MOST_LINES);
		return new Sensitivity(axis, within, !factors.grid(),
				groups.shown().stream().map((group) -> line(record, axis, group)).toList(), groups.left());
	}

	private static Line line(RaceRecord record, Factor axis, Factors.Group group) {
		return new Line(group.name(), IntStream.range(0, axis.levels().size()).boxed().flatMap((level) -> {
			var variants = group.at(axis, level);
			return variants.isEmpty() ? Stream.empty()
					: Stream.of(new Point(axis.number(level), Performance.of(record, variants)));
		}).toList());
	}

}
