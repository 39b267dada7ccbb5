package dev.descent.figure;

import java.awt.Font;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.util.LogFormat;

/** What stands along the sides of a chart: axes, and bars that explain colours. */
record ChartAxes(Style style, Lettering lettering, Rectangle2D area) {

	/** Further out nothing can be subtracted without overflow. */
	static final double FAR = 1e300;

	/** Of a letter beside a tick, in pixels, if letters have their usual size. */
	private static final double LETTER_WIDTH = 6.5;

	/** An axis that is as long as its numbers reach, if they must be known beforehand. */
	ValueAxis axis(Axis axis, Extent extent, boolean horizontal) {
		ValueAxis drawn;
		if (!axis.categories().isEmpty()) {
			drawn = categories(axis, horizontal);
		}
		else if (axis.isLogarithmic(style)) {
			var log = new LogAxis(axis.title());
			var format = new LogFormat(10, "10", "^", true);
			format.setExponentFormat(new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)));
			log.setNumberFormatOverride(format);
			log.setBase(10);
			double low = Math.clamp(extent.value(0), 1 / FAR, FAR);
			log.setRange(low, Math.clamp(extent.value(1), 1.001 * low, 10 * FAR));
			drawn = log;
		}
		else {
			var number = new NumberAxis(axis.title());
			number.setAutoRangeIncludesZero(false);
			drawn = number;
		}
		var theme = style.theme();
		drawn.setLabelPaint(theme.foreground());
		drawn.setTickLabelPaint(theme.foreground());
		drawn.setAxisLinePaint(theme.gridlines());
		drawn.setTickMarkPaint(theme.gridlines());
		drawn.setLabelFont(lettering.font(Font.PLAIN, 13));
		drawn.setTickLabelFont(lettering.font(Font.PLAIN, 11));
		if (lettering.bare()) {
			drawn.setLabel(null);
			drawn.setTickLabelsVisible(false);
		}
		return drawn;
	}

	/**
	 * Names that do not fit side by side stand upright; none takes more than a third of
	 * the chart.
	 */
	private SymbolAxis categories(Axis axis, boolean horizontal) {
		double letter = LETTER_WIDTH * lettering.share();
		boolean fits = horizontal && axis.fits(letter, 0.85 * area.getWidth());
		int room = (int) ((horizontal ? area.getHeight() : area.getWidth()) / 3 / letter);
		var symbols = new SymbolAxis(axis.title(),
				Names.tidy(axis.categories(), fits ? Names.NAME : Math.max(2, room)).toArray(String[]::new));
		symbols.setVerticalTickLabels(horizontal && !fits);
		symbols.setGridBandsVisible(false);
		symbols.setTickUnit(new NumberTickUnit(1));
		return symbols;
	}

	/** Explains the colours of a scale. */
	PaintScaleLegend colorBar(String name, ColorScale scale) {
		var axis = axis(Axis.linear(name), new Extent(scale.low(), scale.high(), false), false);
		axis.setRange(scale.low(), scale.high());
		var bar = new PaintScaleLegend(new Paints(scale, style.theme()), axis);
		bar.setPosition(RectangleEdge.RIGHT);
		bar.setBackgroundPaint(style.theme().background());
		bar.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
		bar.setStripOutlineVisible(false);
		bar.setMargin(new RectangleInsets(20, 8, 40, 0));
		return bar;
	}

	/** A scale as JFreeChart knows it. */
	private record Paints(ColorScale scale, Theme theme) implements PaintScale {

		@Override
		public double getLowerBound() {
			return scale.low();
		}

		@Override
		public double getUpperBound() {
			return scale.high();
		}

		@Override
		public Paint getPaint(double value) {
			return scale.color(value, theme);
		}

	}

}
