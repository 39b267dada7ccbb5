package dev.descent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** One panel drawn with characters. */
final class PanelText {

	/** Numbers at the vertical axis. */
	private static final int LABELS = 8;

	private static final String SHADES = " ░▒▓█";

	private static final String EIGHTHS = " ▁▂▃▄▅▆▇█";

	private static final String POINTS = "ox+*#@%&";

	private final Panel panel;

	private final Style style;

	private final Extent x;

	private final Extent y;

	private final Braille canvas;

	private final List<String> legend = new ArrayList<>();

	private PanelText(Panel panel, Style style, int width) {
		this.panel = panel;
		this.style = style;
		this.x = Extent.ofX(panel, style);
		this.y = Extent.ofY(panel, style);
		int columns = width - LABELS - 2;
		this.canvas = new Braille(columns, Math.max(8, columns * 2 / 7));
	}

	/** Lines of at most a width. */
	static List<String> of(Panel panel, Style style, int width) {
		for (var mark : panel.marks()) {
			if (mark instanceof Mark.HeatMap map && map.numbered()) {
				return table(panel, map, width);
			}
		}
		var text = new PanelText(panel, style, width);
		panel.marks().forEach(text::add);
		return text.lines(width);
	}

	private static List<String> table(Panel panel, Mark.HeatMap map, int room) {
		var lines = new ArrayList<String>();
		if (!panel.title().isEmpty()) {
			lines.add(Text.cut(panel.title(), room));
		}
		var names = panel.x().categories();
		int wanted = Math.max(8, 1 + names.stream().mapToInt(String::length).max().orElse(0));
		int width = Math.clamp(room / (names.size() + 1), 2, wanted);
		lines.add(" ".repeat(width) + "  " + panel.x().title());
		lines.add(Text.padded(panel.y().title(), width)
				+ names.stream().map((name) -> cell(name, width)).collect(Collectors.joining()));
		for (int i = 0; i < map.values().length; i++) {
			lines.add(Text.padded(panel.y().categories().get(i), width) + Arrays.stream(map.values()[i])
				.mapToObj((value) -> cell(Numerals.shortly(value), width))
				.collect(Collectors.joining()));
		}
		return lines;
	}

	/** At the right of a column, with room to the one before. */
	private static String cell(String text, int width) {
		return right(Text.cut(text, width - 1), width);
	}

	private static String right(String text, int width) {
		String cut = Text.cut(text, width);
		return " ".repeat(width - cut.length()) + cut;
	}

	private void add(Mark mark) {
		switch (mark) {
			case Mark.HeatMap map -> shade(map.x(), map.y(), map.values(), map.scale(), map.name());
			case Mark.Surface surface -> {
				var relief = Relief.of(surface, style);
				shade(relief.x(), relief.y(), relief.heights(), relief.scale(), relief.name());
			}
			case Mark.Regions regions -> addRegions(regions);
			case Mark.Scatter scatter -> addPoints(scatter);
			case Mark.Line line -> addLine(line);
			case Mark.Path path -> addPath(path);
			case Mark.Bars bars -> addBars(bars);
		}
	}

	private void shade(double[] xs, double[] ys, double[][] values, ColorScale scale, String name) {
		fill(xs, ys, (i, j) -> {
			int shade = (int) Math.min(SHADES.length() - 1.0, scale.share(values[i][j]) * SHADES.length());
			return SHADES.charAt(shade);
		});
		legend.add(name + ": '" + SHADES.charAt(0) + "' " + Numerals.shortly(scale.low()) + " to '"
				+ SHADES.charAt(SHADES.length() - 1) + "' " + Numerals.shortly(scale.high()));
	}

	private void addRegions(Mark.Regions regions) {
		fill(regions.x(), regions.y(), (i, j) -> SHADES.charAt(regions.classes()[i][j] % (SHADES.length() - 1)));
		for (int c = 0; c < regions.names().size(); c++) {
			legend.add("'" + SHADES.charAt(c % (SHADES.length() - 1)) + "' " + regions.names().get(c));
		}
	}

	/** Says the character of a point of a grid. */
	@FunctionalInterface
	private interface Shading {

		char at(int i, int j);

	}

	private void fill(double[] xs, double[] ys, Shading shading) {
		if (xs.length == 0 || ys.length == 0) {
			return;
		}
		int columns = canvas.width() / 2;
		for (int row = 0; row < canvas.rows(); row++) {
			int i = (int) Math.round((ys.length - 1) * (1 - (row + 0.5) / canvas.rows()));
			for (int column = 0; column < columns; column++) {
				int j = (int) Math.round((xs.length - 1) * ((column + 0.5) / columns));
				canvas.put(column, row, shading.at(i, j));
			}
		}
	}

	private void addPoints(Mark.Scatter scatter) {
		char sign = sign(scatter.tint(), scatter.filled());
		for (int i = 0; i < scatter.x().length; i++) {
			put(scatter.x()[i], scatter.y()[i], sign);
		}
		if (!scatter.name().isEmpty()) {
			legend.add(sign + " " + scatter.name());
		}
	}

	/** Points that are not filled are written with a capital or another sign. */
	private static char sign(int tint, boolean filled) {
		char sign = POINTS.charAt(Math.floorMod(tint, POINTS.length()));
		return filled ? sign : Character.toUpperCase(sign);
	}

	private void put(double atX, double atY, char sign) {
		double column = x.share(atX);
		double row = y.share(atY);
		if (column >= 0 && column <= 1 && row >= 0 && row <= 1) {
			canvas.put(cell(column, canvas.width() / 2), canvas.rows() - 1 - cell(row, canvas.rows()), sign);
		}
	}

	private static int cell(double share, int count) {
		return (int) Math.min(count - 1.0, share * count);
	}

	private void addLine(Mark.Line line) {
		connect(line.x(), line.y(), line.dashed());
		if (!line.name().isEmpty()) {
			legend.add((line.dashed() ? "⠤ ⠤ " : "⠤⠤⠤ ") + line.name());
		}
	}

	private void connect(double[] xs, double[] ys, boolean dashed) {
		for (int i = 0; i + 1 < xs.length; i++) {
			double fromX = x.share(xs[i]) * (canvas.width() - 1);
			double fromY = (1 - y.share(ys[i])) * (canvas.height() - 1);
			double toX = x.share(xs[i + 1]) * (canvas.width() - 1);
			double toY = (1 - y.share(ys[i + 1])) * (canvas.height() - 1);
			if (!Double.isNaN(fromX + fromY + toX + toY)) {
				canvas.line((int) Math.round(fromX), (int) Math.round(fromY), (int) Math.round(toX),
						(int) Math.round(toY), dashed);
			}
		}
	}

	/** A letter for each path, in capitals at its end. */
	private void addPath(Mark.Path path) {
		char letter = (char) ('a' + Math.floorMod(path.tint(), 26));
		for (int i = 0; i < path.x().length; i++) {
			put(path.x()[i], path.y()[i], letter);
		}
		if (path.x().length > 0) {
			put(path.x()[path.x().length - 1], path.y()[path.x().length - 1], Character.toUpperCase(letter));
		}
		if (!path.name().isEmpty()) {
			legend.add(letter + " " + path.name() + ", at last " + Character.toUpperCase(letter));
		}
	}

	private void addBars(Mark.Bars bars) {
		int columns = canvas.width() / 2;
		for (int column = 0; column < columns; column++) {
			double height = y.share(height(bars, x.value((column + 0.5) / columns))) * canvas.rows();
			for (int row = 0; row < canvas.rows(); row++) {
				int eighths = (int) Math.round(8 * Math.clamp(height - row, 0.0, 1.0));
				if (eighths > 0) {
					canvas.put(column, canvas.rows() - 1 - row, EIGHTHS.charAt(eighths));
				}
			}
		}
		if (!bars.name().isEmpty()) {
			legend.add("█ " + bars.name());
		}
	}

	private static double height(Mark.Bars bars, double at) {
		for (int i = 0; i < bars.heights().length; i++) {
			if (at >= bars.edges()[i] && at < bars.edges()[i + 1]) {
				return bars.heights()[i];
			}
		}
		return 0;
	}

	private List<String> lines(int width) {
		var lines = new ArrayList<String>();
		if (!panel.title().isEmpty()) {
			lines.add(Text.cut(" ".repeat(LABELS + 1) + panel.title(), width));
		}
		lines.add(right(panel.y().title(), Math.clamp(panel.y().title().length(), LABELS, width)));
		IntPredicate labelled = (row) -> row == 0 || row == canvas.rows() - 1 || row == canvas.rows() / 2;
		for (int row = 0; row < canvas.rows(); row++) {
			double share = 1 - row / (canvas.rows() - 1.0);
			lines.add((labelled.test(row) ? right(name(panel.y(), y.value(share)), LABELS) + "┤"
					: " ".repeat(LABELS) + "│") + canvas.row(row));
		}
		lines.add(" ".repeat(LABELS) + "└" + "─".repeat(canvas.width() / 2));
		lines.add(scale());
		lines.addAll(wrapped(width));
		return lines;
	}

	private String scale() {
		int columns = canvas.width() / 2;
		String low = Text.cut(name(panel.x(), x.value(0)), columns / 2 - 1);
		String high = Text.cut(name(panel.x(), x.value(1)), columns / 2 - 1);
		int room = columns - low.length() - high.length();
		String title = panel.x().title();
		String shown = (title.length() + 2 <= room) ? title : "";
		int before = (room - shown.length()) / 2;
		return " ".repeat(LABELS + 1) + low + " ".repeat(Math.max(1, before)) + shown
				+ " ".repeat(Math.max(1, room - shown.length() - before)) + high;
	}

	private static String name(Axis axis, double value) {
		int place = (int) Math.round(value);
		return (place >= 0 && place < axis.categories().size()) ? axis.categories().get(place)
				: Numerals.shortly(value);
	}

	private List<String> wrapped(int width) {
		var lines = new ArrayList<String>();
		String indent = " ".repeat(LABELS + 1);
		var line = new StringBuilder(indent);
		for (String whole : legend) {
			String entry = Text.cut(whole, width - indent.length());
			if (line.length() > indent.length() && line.length() + entry.length() + 3 > width) {
				lines.add(line.toString());
				line.setLength(0);
				line.append(indent);
			}
			line.append((line.length() > indent.length()) ? "   " : "").append(entry);
		}
		if (line.length() > indent.length()) {
			lines.add(line.toString());
		}
		return lines;
	}

}
