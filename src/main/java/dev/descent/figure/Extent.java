package dev.descent.figure;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * What an axis covers.
 *
 * @param logarithmic whether low and high are logarithms
 */
record Extent(double low, double high, boolean logarithmic) {

	/** Room around the data, as a share of their extent. */
	private static final double MARGIN = 0.02;

	/** All numbers that a panel has along its horizontal axis. */
	static Extent ofX(Panel panel, Style style) {
		return of(values(panel, panel.x(), Extent::xs), panel.x(), style,
				panel.marks().stream().anyMatch((mark) -> isGrid(mark) || reachesAcross(mark)));
	}

	/** All numbers that a panel has along its vertical axis. */
	static Extent ofY(Panel panel, Style style) {
		return of(values(panel, panel.y(), Extent::ys), panel.y(), style,
				panel.marks().stream().anyMatch((mark) -> isGrid(mark) || mark instanceof Mark.Bars));
	}

	/** With whole cells, where a grid has names. */
	private static DoubleStream values(Panel panel, Axis axis, Function<Mark, DoubleStream> values) {
		int count = axis.categories().size();
		var edges = (count > 0 && panel.marks().stream().anyMatch(Extent::isGrid)) ? DoubleStream.of(-0.5, count - 0.5)
				: DoubleStream.empty();
		return DoubleStream.concat(edges, panel.marks().stream().flatMapToDouble(values));
	}

	private static Extent of(DoubleStream values, Axis axis, Style style, boolean tight) {
		boolean log = axis.isLogarithmic(style);
		var statistics = values.map((value) -> log ? Math.log10(value) : value)
			.filter(Double::isFinite)
			.summaryStatistics();
		double low = (statistics.getCount() > 0) ? statistics.getMin() : 0;
		double high = (statistics.getCount() > 0) ? statistics.getMax() : 1;
		double margin = (high == low) ? 0.5 : tight ? 0 : MARGIN * (high - low);
		return new Extent(low - margin, high + margin, log);
	}

	private static boolean reachesAcross(Mark mark) {
		return mark instanceof Mark.Line || mark instanceof Mark.Band || mark instanceof Mark.Bars;
	}

	private static boolean isGrid(Mark mark) {
		return mark instanceof Mark.HeatMap || mark instanceof Mark.Regions || mark instanceof Mark.Surface;
	}

	private static DoubleStream xs(Mark mark) {
		return switch (mark) {
			case Mark.Scatter scatter -> Arrays.stream(scatter.x());
			case Mark.Line line -> Arrays.stream(line.x());
			case Mark.Band band -> Arrays.stream(band.x());
			case Mark.Path _ -> DoubleStream.empty();
			case Mark.HeatMap map -> Arrays.stream(map.x());
			case Mark.Regions regions -> Arrays.stream(regions.x());
			case Mark.Surface surface -> Arrays.stream(surface.x());
			case Mark.Bars bars -> Arrays.stream(bars.edges());
		};
	}

	private static DoubleStream ys(Mark mark) {
		return switch (mark) {
			case Mark.Scatter scatter -> Arrays.stream(scatter.y());
			case Mark.Line line -> Arrays.stream(line.y());
			case Mark.Band band -> DoubleStream.concat(Arrays.stream(band.low()), Arrays.stream(band.high()));
			case Mark.Path _ -> DoubleStream.empty();
			case Mark.HeatMap map -> Arrays.stream(map.y());
			case Mark.Regions regions -> Arrays.stream(regions.y());
			case Mark.Surface surface -> Arrays.stream(surface.y());
			case Mark.Bars bars -> DoubleStream.concat(DoubleStream.of(0), Arrays.stream(bars.heights()));
		};
	}

	/** Where a number stands between low and high, 0 to 1; NaN if nowhere. */
	double share(double value) {
		double at = logarithmic ? Math.log10(value) : value;
		return Double.isFinite(at) ? (at - low) / (high - low) : Double.NaN;
	}

	/** The number at a share. */
	double value(double share) {
		double at = low + share * (high - low);
		return logarithmic ? Math.pow(10, at) : at;
	}

}
