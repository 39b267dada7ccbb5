package dev.descent.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultIntervalXYDataset;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYBarDataset;
import org.jfree.data.xy.XYDataset;

/** Draws one panel with JFreeChart; what it shows is seen from above. */
final class Chart {

	private static final Stroke LINE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

	private static final Stroke DASHED = new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
			new float[] { 7, 5 }, 0);

	private static final Stroke THIN = new BasicStroke(0.8f);

	private static final Shape POINT = new Ellipse2D.Double(-3.5, -3.5, 7, 7);

	private static final Shape STEP = new Ellipse2D.Double(-1.8, -1.8, 3.6, 3.6);

	private static final Shape START = new Rectangle2D.Double(-5, -5, 10, 10);

	private static final Shape END = new Ellipse2D.Double(-6, -6, 12, 12);

	private static final Shape NOTHING = new Path2D.Double();

	/** More points than that would hide the line through them. */
	private static final int MOST_STEPS = 80;

	private static final int CONTOURS = 14;

	static {
		// so that SVG has the words along vertical axes as words
		TextUtils.setUseDrawRotatedStringWorkaround(false);
	}

	private final Panel panel;

	private final Style style;

	private final Theme theme;

	/** Whether it stands alone and has room for the scale of its colours. */
	private final boolean alone;

	/** Whether its legend is shown, which may stand for those of other panels. */
	private final boolean explained;

	private final Lettering lettering;

	private final ChartAxes axes;

	private final XYPlot plot = new XYPlot();

	private final LegendItemCollection legend = new LegendItemCollection();

	private int layers;

	private Chart(Panel panel, Style style, boolean alone, boolean explained, Rectangle2D area) {
		this.panel = panel;
		this.style = style;
		this.theme = style.theme();
		this.alone = alone;
		this.explained = explained;
		this.lettering = Lettering.in(area);
		this.axes = new ChartAxes(style, lettering, area);
	}

	/**
	 * @param alone whether it is the only panel of its figure
	 * @param explained whether its legend is shown
	 */
	static JFreeChart of(Panel panel, String title, Style style, boolean alone, boolean explained, Rectangle2D area) {
		return new Chart(panel, style, alone, explained, area).chart(title);
	}

	private JFreeChart chart(String title) {
		plot.setDomainAxis(axes.axis(panel.x(), Extent.ofX(panel, style), true));
		plot.setRangeAxis(axes.axis(panel.y(), Extent.ofY(panel, style), false));
		plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
		plot.setBackgroundPaint(theme.background());
		plot.setOutlinePaint(theme.gridlines());
		plot.setDomainGridlinePaint(theme.gridlines());
		plot.setRangeGridlinePaint(theme.gridlines());
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		panel.marks().forEach(this::add);
		plot.setFixedLegendItems(legend);
		var chart = new JFreeChart((title.isEmpty() || !lettering.titled()) ? null : title,
				lettering.font(Font.BOLD, 16), plot, explained && legend.getItemCount() > 0);
		chart.setBackgroundPaint(theme.background());
		chart.setPadding(lettering.bare() ? new RectangleInsets(2, 3, 2, 3) : new RectangleInsets(6, 6, 6, 10));
		chart.getRenderingHints().put(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		if (chart.getTitle() != null) {
			chart.getTitle().setPaint(theme.foreground());
		}
		if (chart.getLegend() != null) {
			chart.getLegend().setBackgroundPaint(theme.background());
			chart.getLegend().setItemPaint(theme.foreground());
			chart.getLegend().setItemFont(lettering.font(Font.PLAIN, 12));
			chart.getLegend().setFrame(BlockBorder.NONE);
		}
		if (alone) {
			addColorBar(chart);
		}
		return chart;
	}

	private void add(Mark mark) {
		switch (mark) {
			case Mark.HeatMap map -> addHeatMap(map);
			case Mark.Regions regions -> addRegions(regions);
			case Mark.Surface surface -> addContours(surface);
			case Mark.Scatter scatter -> addScatter(scatter);
			case Mark.Line line -> addLine(line);
			case Mark.Band band -> addBand(band);
			case Mark.Path path -> addPath(path);
			case Mark.Bars bars -> addBars(bars);
		}
	}

	private void addHeatMap(Mark.HeatMap map) {
		if (map.numbered()) {
			addTable(map);
			return;
		}
		var background = background(map.x(), map.y(), (i, j) -> map.scale().color(map.values()[i][j], theme));
		if (map.level() != null) {
			var line = new ContourLines(map.x(), map.y(), map.values()).at(map.level());
			background.addAnnotation(new XYShapeAnnotation(line, LINE, theme.foreground()), Layer.BACKGROUND);
		}
		cover(map.x(), map.y());
	}

	/** A cell for each value, the first row on top. */
	private void addTable(Mark.HeatMap map) {
		var cells = new XYLineAndShapeRenderer(false, false);
		add(new DefaultXYDataset(), cells);
		plot.setDomainGridlinesVisible(false);
		plot.setRangeGridlinesVisible(false);
		for (int i = 0; i < map.y().length; i++) {
			for (int j = 0; j < map.x().length; j++) {
				double value = map.values()[i][j];
				var color = map.scale().color(value, theme);
				cells.addAnnotation(
						new XYShapeAnnotation(new Rectangle2D.Double(j - 0.5, i - 0.5, 1, 1), null, null, color),
						Layer.BACKGROUND);
				var text = new XYTextAnnotation(Numerals.shortly(value), j, i);
				text.setFont(lettering.font(Font.BOLD, 13));
				text.setPaint(legible(color));
				cells.addAnnotation(text, Layer.FOREGROUND);
			}
		}
		plot.getDomainAxis().setRange(-0.5, Math.max(1, map.x().length) - 0.5);
		plot.getRangeAxis().setRange(-0.5, Math.max(1, map.y().length) - 0.5);
		plot.getRangeAxis().setInverted(true);
	}

	private static Color legible(Color background) {
		return (OkLab.of(background).lightness() > 0.6) ? Color.BLACK : Color.WHITE;
	}

	private void addRegions(Mark.Regions regions) {
		background(regions.x(), regions.y(), (i, j) -> Palette.region(regions.classes()[i][j], theme));
		cover(regions.x(), regions.y());
	}

	private void addContours(Mark.Surface surface) {
		var relief = Relief.of(surface, style);
		var background = background(relief.x(), relief.y(),
				(i, j) -> relief.scale().color(relief.heights()[i][j], theme));
		var lines = new ContourLines(relief.x(), relief.y(), relief.heights());
		for (double level : ContourLines.levels(relief.scale(), CONTOURS)) {
			background.addAnnotation(new XYShapeAnnotation(lines.at(level), THIN, new Color(255, 255, 255, 150)),
					Layer.BACKGROUND);
		}
		cover(surface.x(), surface.y());
	}

	/** Lays an image behind everything. */
	private XYItemRenderer background(double[] x, double[] y, Tile.Coloring coloring) {
		var renderer = new XYLineAndShapeRenderer(false, false);
		if (x.length > 0 && y.length > 0) {
			double cell = Math.min(axes.area().getWidth() / x.length, axes.area().getHeight() / y.length);
			var tile = Tile.of(x, y, panel.hasCells() ? (int) Math.max(1, cell) : 1, coloring);
			renderer.addAnnotation(
					new XYDataImageAnnotation(tile.image(), tile.left(), tile.bottom(), tile.width(), tile.height()),
					Layer.BACKGROUND);
		}
		add(new DefaultXYDataset(), renderer);
		plot.setDomainGridlinesVisible(false);
		plot.setRangeGridlinesVisible(false);
		return renderer;
	}

	private void cover(double[] x, double[] y) {
		cover(plot.getDomainAxis(), panel.x(), x);
		cover(plot.getRangeAxis(), panel.y(), y);
	}

	private static void cover(ValueAxis drawn, Axis axis, double[] places) {
		if (!axis.categories().isEmpty()) {
			drawn.setRange(-0.5, axis.categories().size() - 0.5);
		}
		else if (places.length > 1) {
			drawn.setRange(places[0], places[places.length - 1]);
		}
	}

	private void addScatter(Mark.Scatter scatter) {
		var color = Palette.tint(scatter.tint());
		var shades = scatter.shades();
		var renderer = new XYLineAndShapeRenderer(false, true) {

			@Override
			public Paint getItemPaint(int row, int column) {
				return (shades != null) ? shades.scale().color(shades.values()[column], theme) : color;
			}

		};
		renderer.setDefaultShape(POINT);
		renderer.setAutoPopulateSeriesShape(false);
		renderer.setDefaultShapesFilled(true);
		renderer.setDrawOutlines(true);
		renderer.setUseOutlinePaint(true);
		renderer.setDefaultOutlinePaint(scatter.filled() ? theme.background() : theme.foreground());
		renderer.setDefaultOutlineStroke(new BasicStroke(scatter.filled() ? 1 : 1.6f));
		add(points(scatter.name(), scatter.x(), scatter.y()), renderer);
		if (!scatter.name().isEmpty()) {
			legend.add(new LegendItem(scatter.name(), null, null, null, POINT, color, new BasicStroke(1.6f),
					scatter.filled() ? theme.background() : theme.foreground()));
		}
	}

	private void addLine(Mark.Line line) {
		var renderer = new XYLineAndShapeRenderer(true, false);
		renderer.setDefaultPaint(Palette.tint(line.tint()));
		renderer.setAutoPopulateSeriesPaint(false);
		renderer.setAutoPopulateSeriesStroke(false);
		renderer.setDefaultStroke(line.dashed() ? DASHED : LINE);
		renderer.setDrawSeriesLineAsPath(true);
		add(points(line.name(), line.x(), line.y()), renderer);
		addLineToLegend(line.name(), line.tint(), line.dashed() ? DASHED : LINE);
	}

	private void addBand(Mark.Band band) {
		var renderer = new DeviationRenderer(false, false);
		renderer.setAlpha(Mark.Band.OPACITY);
		renderer.setDefaultFillPaint(Palette.tint(band.tint()));
		renderer.setAutoPopulateSeriesFillPaint(false);
		var dataset = new DefaultIntervalXYDataset();
		for (var stretch : band.stretches(panel, style)) {
			double[] x = drawable(stretch.x(), panel.x());
			double[] low = drawable(stretch.low(), panel.y());
			dataset.addSeries(dataset.getSeriesCount(),
					new double[][] { x, x, x, low, low, drawable(stretch.high(), panel.y()) });
		}
		add(dataset, renderer);
		if (!band.name().isEmpty()) {
			legend.add(new LegendItem(band.name(), Palette.translucent(band.tint(), Mark.Band.OPACITY)));
		}
	}

	private void addPath(Mark.Path path) {
		Shape step = (path.x().length > MOST_STEPS) ? NOTHING : STEP;
		var renderer = new XYLineAndShapeRenderer(true, true) {

			@Override
			public Shape getItemShape(int row, int column) {
				return (column == 0) ? START : (column == path.x().length - 1) ? END : step;
			}

		};
		renderer.setDefaultPaint(Palette.tint(path.tint()));
		renderer.setAutoPopulateSeriesPaint(false);
		renderer.setAutoPopulateSeriesStroke(false);
		renderer.setDefaultStroke(LINE);
		renderer.setDefaultShapesFilled(true);
		renderer.setDrawOutlines(true);
		renderer.setUseOutlinePaint(true);
		renderer.setDefaultOutlinePaint(Color.WHITE);
		add(points(path.name(), path.x(), path.y()), renderer);
		addLineToLegend(path.name(), path.tint(), LINE);
	}

	private void addLineToLegend(String name, int tint, Stroke stroke) {
		if (!name.isEmpty()) {
			legend.add(new LegendItem(name, null, null, null, new Line2D.Double(-10, 0, 10, 0), stroke,
					Palette.tint(tint)));
		}
	}

	/** From zero, as their lengths are compared. */
	private void addBars(Mark.Bars bars) {
		if (plot.getRangeAxis() instanceof NumberAxis axis) {
			axis.setAutoRangeIncludesZero(true);
		}
		int count = bars.heights().length;
		double width = (count > 0) ? (bars.edges()[count] - bars.edges()[0]) / count : 1;
		var renderer = new XYBarRenderer();
		renderer.setBarPainter(new StandardXYBarPainter());
		renderer.setShadowVisible(false);
		renderer.setDefaultPaint(Palette.tint(bars.tint()));
		renderer.setAutoPopulateSeriesPaint(false);
		renderer.setDrawBarOutline(true);
		renderer.setDefaultOutlinePaint(theme.background());
		renderer.setAutoPopulateSeriesOutlinePaint(false);
		add(new XYBarDataset(points(bars.name(), bars.centers(), bars.heights()), width), renderer);
		if (!bars.name().isEmpty()) {
			legend.add(new LegendItem(bars.name(), Palette.tint(bars.tint())));
		}
	}

	private void add(XYDataset dataset, XYItemRenderer renderer) {
		plot.setDataset(layers, dataset);
		plot.setRenderer(layers, renderer);
		layers++;
		plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
	}

	private XYDataset points(String name, double[] x, double[] y) {
		var dataset = new DefaultXYDataset();
		dataset.addSeries(name, new double[][] { drawable(x, panel.x()), drawable(y, panel.y()) });
		return dataset;
	}

	/** With gaps in place of what has no place on the axis. */
	private double[] drawable(double[] values, Axis axis) {
		return Arrays.stream(values)
			.map((value) -> axis.shows(value, style) ? Math.clamp(value, -ChartAxes.FAR, ChartAxes.FAR) : Double.NaN)
			.toArray();
	}

	private void addColorBar(JFreeChart chart) {
		panel.surface().ifPresent((surface) -> {
			var relief = Relief.of(surface, style);
			chart.addSubtitle(axes.colorBar(relief.name(), relief.scale()));
		});
		panel.marks()
			.stream()
			.filter(Mark.HeatMap.class::isInstance)
			.map(Mark.HeatMap.class::cast)
			.filter((map) -> !map.numbered())
			.forEach((map) -> chart.addSubtitle(axes.colorBar(map.name(), map.scale())));
	}

}
