package dev.descent.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A figure as Plotly draws it unchanged: an object with {@code data} and {@code layout},
 * written as JSON.
 */
public final class Plotly {

	/** Colours of a scale that are named; Plotly fills in what is between. */
	private static final int ANCHORS = 17;

	/** Between panels, for what stands along their axes, as a share of the whole. */
	private static final double WIDEST_GAP = 0.12;

	private static final double HIGHEST_GAP = 0.2;

	/** With more panels there is no room for words along axes. */
	private static final int MOST_LABELLED = 9;

	/** In pixels. */
	private static final double LETTER_WIDTH = 7;

	private final Figure figure;

	private final Style style;

	private final List<Map<String, Object>> data = new ArrayList<>();

	private final Map<String, Object> layout = new LinkedHashMap<>();

	private Plotly(Figure figure, Style style) {
		this.figure = figure;
		this.style = style;
	}

	/** The figure as nested maps. */
	public static Map<String, Object> of(Figure figure, Style style) {
		var plotly = drawn(figure, style);
		return map("data", plotly.data, "layout", plotly.layout);
	}

	private static Plotly drawn(Figure figure, Style style) {
		var plotly = new Plotly(figure, style);
		plotly.addLayout();
		for (int i = 0; i < figure.panels().size(); i++) {
			plotly.addPanel(i);
		}
		if (plotly.data.stream().noneMatch((trace) -> Boolean.TRUE.equals(trace.get("showlegend")))) {
			plotly.layout.remove("legend");
		}
		return plotly;
	}

	/** Figures of the same shape as one that moves, with a slider. */
	public static Map<String, Object> animated(List<Figure> figures, Style style) {
		var frames = new ArrayList<Map<String, Object>>();
		var steps = new ArrayList<Map<String, Object>>();
		for (int i = 0; i < figures.size(); i++) {
			var figure = figures.get(i);
			String name = String.valueOf(i);
			frames.add(
					map("name", name, "data", drawn(figure, style).data, "layout", map("title", text(figure.title()))));
			steps.add(map("label", String.valueOf(i + 1), "method", "animate", "args", List.of(List.of(name),
					map("mode", "immediate", "frame", map("duration", 0, "redraw", true), "transition", still()))));
		}
		var start = drawn(figures.getFirst(), style);
		start.layout.put("sliders",
				List.of(map("steps", steps, "active", 0, "pad", map("t", 50), "x", 0.1, "len", 0.9)));
		start.layout.put("legend", onTop());
		start.layout.put("updatemenus",
				List.of(map("type", "buttons", "showactive", false, "x", 0, "xanchor", "left", "y", 0, "yanchor", "top",
						"pad", map("t", 60), "buttons",
						List.of(map("label", "Play", "method", "animate", "args", Arrays.asList(null, map("frame",
								map("duration", 150, "redraw", true), "transition", still(), "fromcurrent", true)))))));
		return map("data", start.data, "layout", start.layout, "frames", frames);
	}

	/** A legend where it is in the way of nothing that stands below. */
	private static Map<String, Object> onTop() {
		return map("orientation", "h", "y", 1.01, "yanchor", "bottom");
	}

	/** Whether the names below a panel find room side by side. */
	private boolean fits(Panel panel) {
		return panel.x().fits(LETTER_WIDTH, 0.8 * width() * style.width());
	}

	private static Map<String, Object> still() {
		return map("duration", 0);
	}

	private void addLayout() {
		var theme = style.theme();
		layout.put("title", text(figure.title()));
		layout.put("paper_bgcolor", Palette.hex(theme.background()));
		layout.put("font", map("color", Palette.hex(theme.foreground())));
		layout.put("width", style.width());
		layout.put("height", style.height());
		layout.put("legend",
				figure.panels().stream().allMatch(this::fits) ? map("orientation", "h", "y", -0.18) : onTop());
		layout.put("annotations", titles());
	}

	private List<Map<String, Object>> titles() {
		if (figure.panels().size() == 1) {
			return List.of();
		}
		return IntStream.range(0, figure.panels().size())
			.mapToObj((i) -> map("text", escaped(figure.panels().get(i).title()), "font",
					map("size", (figure.panels().size() > MOST_LABELLED) ? 6 : 11), "showarrow", false, "xref", "paper",
					"yref", "paper", "xanchor", "center", "yanchor", "bottom", "x", (left(i) + right(i)) / 2, "y",
					top(i)))
			.toList();
	}

	private void addPanel(int index) {
		var panel = figure.panels().get(index);
		String number = (index == 0) ? "" : String.valueOf(index + 1);
		if (inSpace(panel)) {
			addScene(panel, index, number);
		}
		else {
			var x = axis(panel.x(), left(index), right(index));
			x.put("anchor", "y" + number);
			if (!fits(panel)) {
				x.put("tickangle", -90);
			}
			layout.put("xaxis" + number, x);
			var y = axis(panel.y(), bottom(index), top(index));
			y.put("anchor", "x" + number);
			if (panel.marks().stream().anyMatch((mark) -> mark instanceof Mark.HeatMap map && map.numbered())) {
				y.put("autorange", "reversed");
			}
			else if (!panel.y().categories().isEmpty()
					&& panel.marks().stream().anyMatch(Mark.HeatMap.class::isInstance)) {
				y.put("range", List.of(-0.5, panel.y().categories().size() - 0.5));
			}
			layout.put("yaxis" + number, y);
			layout.put("plot_bgcolor", Palette.hex(style.theme().background()));
		}
		var relief = panel.surface()
			.filter((surface) -> surface.isSeenInSpace(style))
			.map((surface) -> Relief.of(surface, style))
			.orElse(null);
		for (var mark : panel.marks()) {
			for (var trace : traces(panel, mark, relief)) {
				if (relief != null) {
					trace.put("scene", "scene" + number);
				}
				else {
					trace.put("xaxis", "x" + number);
					trace.put("yaxis", "y" + number);
				}
				data.add(trace);
			}
		}
	}

	private boolean inSpace(Panel panel) {
		return panel.surface().filter((surface) -> surface.isSeenInSpace(style)).isPresent();
	}

	private void addScene(Panel panel, int index, String number) {
		var heights = panel.surface().map((surface) -> Relief.of(surface, style).name()).orElse("");
		layout.put("scene" + number,
				map("domain", map("x", List.of(left(index), right(index)), "y", List.of(bottom(index), top(index))),
						"xaxis", map("title", text(panel.x().title())), "yaxis", map("title", text(panel.y().title())),
						"zaxis", map("title", text(heights))));
	}

	private Map<String, Object> axis(Axis axis, double from, double to) {
		var made = map("title", text(axis.title()), "domain", List.of(from, to), "gridcolor",
				Palette.hex(style.theme().gridlines()), "zeroline", false);
		if (figure.panels().size() > MOST_LABELLED) {
			made.remove("title");
			made.put("showticklabels", false);
		}
		else if (figure.panels().size() > 1) {
			made.put("title", map("text", escaped(axis.title()), "font", map("size", 10), "standoff", 2));
			made.put("tickfont", map("size", 9));
		}
		if (!axis.categories().isEmpty()) {
			made.put("automargin", true);
			made.put("tickvals", IntStream.range(0, axis.categories().size()).boxed().toList());
			made.put("ticktext", axis.categories().stream().map(Plotly::escaped).toList());
		}
		else if (axis.isLogarithmic(style)) {
			made.put("type", "log");
		}
		return made;
	}

	/**
	 * @param relief of the surface that the panel has in space; null if it is flat
	 */
	private List<Map<String, Object>> traces(Panel panel, Mark mark, @Nullable Relief relief) {
		return switch (mark) {
			case Mark.Scatter scatter -> List.of(scatter(scatter));
			case Mark.Line line -> List.of(named(line.name(), "type", "scatter", "mode", "lines", "x", line.x(), "y",
					line.y(), "line", map("color", tint(line.tint()), "dash", line.dashed() ? "dash" : "solid")));
			case Mark.Band band -> List.of(band(band, band.stretches(panel, style)));
			case Mark.Path path -> List.of(path(path, relief));
			case Mark.HeatMap map -> heatMap(map, !panel.hasCells() && !map.numbered());
			case Mark.Regions regions -> List.of(regions(regions));
			case Mark.Surface surface -> List.of(surface(surface));
			case Mark.Bars bars -> List.of(named(bars.name(), "type", "bar", "x", bars.centers(), "y", bars.heights(),
					"width", widths(bars.edges()), "marker", map("color", tint(bars.tint()))));
		};
	}

	private Map<String, Object> scatter(Mark.Scatter scatter) {
		var outline = map("width", 1, "color",
				Palette.hex(scatter.filled() ? style.theme().background() : style.theme().foreground()));
		var marker = map("color", tint(scatter.tint()), "size", 7, "line", outline);
		var shades = scatter.shades();
		if (shades != null) {
			marker.put("color", shades.values());
			marker.put("colorscale", colors(shades.scale()));
			marker.put("cmin", shades.scale().low());
			marker.put("cmax", shades.scale().high());
		}
		return named(scatter.name(), "type", "scatter", "mode", "markers", "x", scatter.x(), "y", scatter.y(), "marker",
				marker);
	}

	private Map<String, Object> path(Mark.Path path, @Nullable Relief relief) {
		var trace = named(path.name(), "type", "scatter", "mode", "lines+markers", "x", path.x(), "y", path.y(), "line",
				map("color", tint(path.tint()), "width", 2), "marker", map("size", 4));
		if (relief != null) {
			trace.put("type", "scatter3d");
			trace.put("z", Arrays.stream(path.heights()).map(relief::height).toArray());
			trace.put("line", map("color", tint(path.tint()), "width", 5));
		}
		return trace;
	}

	/** One outline there and back for each stretch, with gaps between them. */
	private static Map<String, Object> band(Mark.Band band, List<Mark.Band> stretches) {
		var x = DoubleStream.builder();
		var y = DoubleStream.builder();
		for (var stretch : stretches) {
			int count = stretch.x().length;
			for (int i = 0; i < 2 * count; i++) {
				x.add(stretch.x()[(i < count) ? i : 2 * count - 1 - i]);
				y.add((i < count) ? stretch.high()[i] : stretch.low()[2 * count - 1 - i]);
			}
			x.add(Double.NaN);
			y.add(Double.NaN);
		}
		var color = Palette.tint(band.tint());
		return named(band.name(), "type", "scatter", "mode", "lines", "x", x.build().toArray(), "y",
				y.build().toArray(), "fill", "toself", "fillcolor",
				"rgba(%d,%d,%d,%s)".formatted(color.getRed(), color.getGreen(), color.getBlue(), Mark.Band.OPACITY),
				"line", map("color", tint(band.tint()), "width", 0), "hoverinfo", "skip");
	}

	private List<Map<String, Object>> heatMap(Mark.HeatMap map, boolean smooth) {
		boolean alone = figure.panels().size() == 1;
		var trace = named("", "type", "heatmap", "x", map.x(), "y", map.y(), "z", map.values(), "zmin",
				map.scale().low(), "zmax", map.scale().high(), "colorscale", colors(map.scale()), "zsmooth",
				smooth ? "best" : false, "showscale", alone && !map.numbered());
		if (alone && !map.numbered()) {
			trace.put("colorbar", map("title", text(map.name())));
		}
		if (map.numbered()) {
			trace.put("texttemplate", "%{z}");
		}
		if (map.level() == null) {
			return List.of(trace);
		}
		var line = named("", "type", "contour", "x", map.x(), "y", map.y(), "z", map.values(), "contours",
				map("start", map.level(), "end", map.level(), "size", 1, "coloring", "none"), "line",
				map("color", Palette.hex(style.theme().foreground()), "width", 2), "hoverinfo", "skip");
		return List.of(trace, line);
	}

	private Map<String, Object> regions(Mark.Regions regions) {
		int count = regions.names().size();
		var colors = new ArrayList<List<Object>>();
		for (int c = 0; c < count; c++) {
			String color = Palette.hex(Palette.region(c, style.theme()));
			colors.add(List.of(c / (double) count, color));
			colors.add(List.of((c + 1.0) / count, color));
		}
		return named("", "type", "heatmap", "x", regions.x(), "y", regions.y(), "z", regions.classes(), "zmin", -0.5,
				"zmax", count - 0.5, "colorscale", colors, "showscale", false);
	}

	private Map<String, Object> surface(Mark.Surface surface) {
		var relief = Relief.of(surface, style);
		var bar = map("title", text(relief.name()));
		if (surface.isSeenInSpace(style)) {
			return named("", "type", "surface", "x", relief.x(), "y", relief.y(), "z", relief.heights(), "colorscale",
					colors(relief.scale()), "opacity", 0.9, "colorbar", bar);
		}
		return named("", "type", "contour", "x", relief.x(), "y", relief.y(), "z", relief.heights(), "colorscale",
				colors(relief.scale()), "ncontours", 20, "contours", map("coloring", "heatmap"), "colorbar", bar);
	}

	/** A trace; without a name it has no entry in the legend. */
	private static Map<String, Object> named(String name, Object... entries) {
		var trace = map(entries);
		trace.put("name", escaped(name));
		trace.put("showlegend", !name.isEmpty());
		return trace;
	}

	private List<List<Object>> colors(ColorScale scale) {
		Color[] colors = scale.colors(style.theme());
		return IntStream.range(0, ANCHORS).mapToObj((i) -> {
			double share = i / (ANCHORS - 1.0);
			return List.<Object>of(share, Palette.hex(colors[(int) Math.round(share * (colors.length - 1))]));
		}).toList();
	}

	/** Words as they are: Plotly takes them for a kind of HTML. */
	private static Map<String, Object> text(String words) {
		return map("text", escaped(words));
	}

	private static String escaped(String words) {
		return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	private static String tint(int number) {
		return Palette.hex(Palette.tint(number));
	}

	private static double[] widths(double[] edges) {
		return IntStream.range(0, edges.length - 1).mapToDouble((i) -> edges[i + 1] - edges[i]).toArray();
	}

	private double left(int index) {
		return index % figure.columns() * (width() + across());
	}

	private double right(int index) {
		return Math.min(1, left(index) + width());
	}

	private double top(int index) {
		int row = index / figure.columns();
		return 1 - row * (height() + down());
	}

	private double bottom(int index) {
		return Math.max(0, top(index) - height());
	}

	private double width() {
		return (1 - (figure.columns() - 1) * across()) / figure.columns();
	}

	private double height() {
		return (1 - (figure.rows() - 1) * down()) / figure.rows();
	}

	private double across() {
		return Math.min(WIDEST_GAP, 0.25 / figure.columns());
	}

	private double down() {
		return Math.min(HIGHEST_GAP, 0.5 / figure.rows());
	}

	private static Map<String, Object> map(Object... entries) {
		var map = new LinkedHashMap<String, Object>();
		for (int i = 0; i < entries.length; i += 2) {
			map.put((String) entries[i], entries[i + 1]);
		}
		return map;
	}

}
