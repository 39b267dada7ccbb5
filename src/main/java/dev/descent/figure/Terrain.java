package dev.descent.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import org.jfree.chart3d.Chart3D;
import org.jfree.chart3d.axis.NumberAxis3D;
import org.jfree.chart3d.TitleAnchor;
import org.jfree.chart3d.data.Range;
import org.jfree.chart3d.data.xyz.XYZSeriesCollection;
import org.jfree.chart3d.graphics3d.Dimension3D;
import org.jfree.chart3d.graphics3d.LineObject3D;
import org.jfree.chart3d.graphics3d.Object3D;
import org.jfree.chart3d.graphics3d.Point3D;
import org.jfree.chart3d.graphics3d.ViewPoint3D;
import org.jfree.chart3d.graphics3d.World;
import org.jfree.chart3d.plot.XYZPlot;
import org.jfree.chart3d.renderer.ColorScale;
import org.jfree.chart3d.renderer.xyz.SurfaceRenderer;
import org.jfree.chart3d.style.ChartStyle;
import org.jfree.chart3d.style.StandardChartStyle;
import org.jfree.chart3d.table.StandardRectanglePainter;
import org.jfree.chart3d.table.TextElement;

/** Draws a surface in three dimensions, with paths on it, with Orson Charts. */
final class Terrain {

	private static final Dimension3D BOX = new Dimension3D(10, 6, 10);

	/** Half the size of what marks a point of a path, and of its beginning and end. */
	private static final double STEP = 0.07;

	private static final double ENDS = 0.16;

	/** How far above the surface a path lies, so that it is not cut by it. */
	private static final double LIFT = 0.12;

	/** Share of the area for the box, as its labels stand around it. */
	private static final double ROOM = 0.76;

	private Terrain() {
	}

	static void draw(Graphics2D graphics, Rectangle2D area, Panel panel, Mark.Surface surface, String title,
			Style style) {
		var theme = style.theme();
		var relief = Relief.of(surface, style);
		var paths = panel.marks().stream().filter(Mark.Path.class::isInstance).map(Mark.Path.class::cast).toList();
		var plot = new XYZPlot(new XYZSeriesCollection<String>(), new WithPaths(relief, paths, theme),
				axis(panel.x().title(), relief.x()), axis(relief.name(), relief.scale().low(), relief.scale().high()),
				axis(panel.y().title(), relief.y()));
		plot.setDimensions(BOX);
		var lettering = Lettering.in(area);
		var chart = new Chart3D(null, null, plot, look(theme, lettering));
		chart.setTitle(heading(title, theme, lettering));
		chart.setLegendBuilder(null);
		chart.setTitleAnchor(TitleAnchor.TOP_CENTER);
		var viewPoint = ViewPoint3D.createAboveLeftViewPoint(40);
		var room = new Dimension((int) (ROOM * area.getWidth()), (int) (ROOM * area.getHeight()));
		viewPoint.setRho(viewPoint.optimalDistance(room, BOX, chart.getProjDistance()));
		chart.setViewPoint(viewPoint);
		chart.draw(graphics, area);
	}

	private static TextElement heading(String title, Theme theme, Lettering lettering) {
		var heading = new TextElement(title, lettering.font(Font.BOLD, 16));
		heading.setColor(theme.foreground());
		heading.setBackgroundColor(theme.background());
		return heading;
	}

	private static ChartStyle look(Theme theme, Lettering lettering) {
		var look = new StandardChartStyle();
		look.setBackgroundPainter(new StandardRectanglePainter(theme.background()));
		look.setChartBoxColor(theme.background());
		look.setTitleFont(lettering.font(Font.BOLD, 16));
		look.setTitleColor(theme.foreground());
		look.setTitleBackgroundColor(theme.background());
		look.setAxisLabelFont(lettering.font(Font.PLAIN, 13));
		look.setAxisLabelColor(theme.foreground());
		look.setAxisTickLabelFont(lettering.font(Font.PLAIN, 11));
		look.setAxisTickLabelColor(theme.foreground());
		look.setGridlineColor(theme.gridlines());
		look.setGridlineStroke(new BasicStroke(0.5f));
		return look;
	}

	/** Exactly as long as the values reach. */
	private static NumberAxis3D axis(String title, double... values) {
		var axis = new NumberAxis3D(title);
		axis.setAutoAdjustRange(false);
		axis.setRange(values[0], values[values.length - 1]);
		return axis;
	}

	/** A surface, and paths that lie on it. */
	private static final class WithPaths extends SurfaceRenderer {

		private final transient Relief relief;

		private final transient List<Mark.Path> paths;

		WithPaths(Relief relief, List<Mark.Path> paths, Theme theme) {
			super(relief::heightAt);
			this.relief = relief;
			this.paths = paths;
			setXSamples(Math.min(relief.x().length - 1, 60));
			setZSamples(Math.min(relief.y().length - 1, 60));
			setDrawFaceOutlines(false);
			setColorScale(new Colors(relief.scale(), theme));
		}

		@Override
		public void composeAll(XYZPlot plot, World world, Dimension3D dimensions, double xOffset, double yOffset,
				double zOffset) {
			super.composeAll(plot, world, dimensions, xOffset, yOffset, zOffset);
			for (var path : paths) {
				Color color = Palette.tint(path.tint());
				Point3D before = null;
				for (int i = 0; i < path.x().length; i++) {
					if (!relief.covers(path.x()[i], path.y()[i])) {
						before = null;
						continue;
					}
					boolean end = i == 0 || i == path.x().length - 1;
					double x = plot.getXAxis().translateToWorld(path.x()[i], dimensions.getWidth());
					double y = plot.getYAxis()
						.translateToWorld(relief.height(path.heights()[i]), dimensions.getHeight());
					double z = plot.getZAxis().translateToWorld(path.y()[i], dimensions.getDepth());
					var here = new Point3D(x + xOffset, y + yOffset + LIFT, z + zOffset);
					double size = end ? ENDS : STEP;
					world.add(Object3D.createCube(2 * size, here.x, here.y, here.z, color));
					if (before != null) {
						world.add(new LineObject3D((float) before.x, (float) before.y, (float) before.z, (float) here.x,
								(float) here.y, (float) here.z, color));
					}
					before = here;
				}
			}
		}

	}

	/** A scale as Orson Charts knows it. */
	private record Colors(dev.descent.figure.ColorScale scale, Theme theme) implements ColorScale {

		@Override
		public Range getRange() {
			return new Range(scale.low(), scale.high());
		}

		@Override
		public Color valueToColor(double value) {
			return scale.color(value, theme);
		}

	}

}
