package dev.descent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One panel drawn with characters. */
final class PanelText {

	/** Room for numbers at the vertical axis, and for most names. */
	private static final int LABELS = 8;

	private static final int WIDEST_LABELS = 20;

	/** Rows of a map of many cells. */
	private static final int MOST_ROWS = 64;

	private static final char MISSING = '·';

	private static final String SHADES = " ░▒▓█";

	private static final String EIGHTHS = " ▁▂▃▄▅▆▇█";

	private static final String POINTS = "ox+*#@%&";

	private final Panel panel;

	private final Style style;

	private final Extent x;

	private final Extent y;

	/** Columns left of the vertical axis. */
	private final int margin;

	private final Braille canvas;

	private final List<String> legend = new ArrayList<>();

	/** Lines that have got a letter, so as to be told apart. */
	private int lettered;

	private PanelText(Panel panel, Style style, int width) {
		this.panel = panel;
		this.style = style;
		this.x = Extent.ofX(panel, style);
		this.y = Extent.ofY(panel, style);
		this.margin = Math.clamp(panel.y().categories().stream().mapToInt(String::length).max().orElse(0), LABELS,
				WIDEST_LABELS);
		int columns = width - margin - 2;
		this.canvas = new Braille(new AxisText(panel.x(), x).evenly(columns, columns),
				new AxisText(panel.y(), y).evenly(Math.max(8, columns * 2 / 7), MOST_ROWS));
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
			case Mark.Band band -> addBand(band);
			case Mark.Path path -> addPath(path);
			case Mark.Bars bars -> addBars(bars);
		}
	}

	private void shade(double[] xs, double[] ys, double[][] values, ColorScale scale, String name) {
		fill(xs, ys, (i, j) -> {
			int shade = (int) Math.min(SHADES.length() - 1.0, scale.share(values[i][j]) * SHADES.length());
			return Double.isNaN(values[i][j]) ? MISSING : SHADES.charAt(shade);
		});
		legend.add(name + ": '" + SHADES.charAt(0) + "' " + Numerals.shortly(scale.low()) + " to '"
				+ SHADES.charAt(SHADES.length() - 1) + "' " + Numerals.shortly(scale.high()));
		if (Arrays.stream(values).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN)) {
			legend.add("'" + MISSING + "' missing");
		}
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
			int i = panel.y().nearest(ys.length, 1 - (row + 0.5) / canvas.rows());
			for (int column = 0; column < columns; column++) {
				canvas.put(column, row, shading.at(i, panel.x().nearest(xs.length, (column + 0.5) / columns)));
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
			canvas.put(AxisText.cell(column, canvas.width() / 2), canvas.rows() - 1 - AxisText.cell(row, canvas.rows()),
					sign);
		}
	}

	private void addLine(Mark.Line line) {
		connect(line.x(), line.y(), line.dashed());
		if (line.name().isEmpty()) {
			return;
		}
		String sign = line.dashed() ? "⠤ ⠤ " : "⠤⠤⠤ ";
		if (namedLines() > 2) {
			char letter = (char) ('a' + lettered++ % 26);
			putOn(line, lettered / (namedLines() + 1.0), letter);
			sign = line.dashed() ? "⠤" + letter + " ⠤ " : "⠤" + letter + "⠤ ";
		}
		legend.add(sign + line.name());
	}

	private long namedLines() {
		return panel.marks().stream().filter((mark) -> mark instanceof Mark.Line && !mark.name().isEmpty()).count();
	}

	/** As far along a line as a share of its points, or where it was seen before. */
	private void putOn(Mark.Line line, double share, char letter) {
		int i = (int) (share * line.x().length);
		while (i >= 0 && !(i < line.x().length && panel.x().shows(line.x()[i], style)
				&& panel.y().shows(line.y()[i], style))) {
			i--;
		}
		if (i >= 0) {
			put(line.x()[i], line.y()[i], letter);
		}
	}

	/** Sparse dots, before which lines stand out. */
	private void addBand(Mark.Band band) {
		for (var stretch : band.stretches(panel, style)) {
			for (int i = 0; i + 1 < stretch.x().length; i++) {
				double from = x.share(stretch.x()[i]) * (canvas.width() - 1);
				double to = x.share(stretch.x()[i + 1]) * (canvas.width() - 1);
				for (int column = (int) Math.ceil(from); column < to; column++) {
					double share = (column - from) / (to - from);
					scatter(column, between(stretch.low(), i, share), between(stretch.high(), i, share));
				}
			}
		}
		if (!band.name().isEmpty()) {
			legend.add("⠢⠢⠢ " + band.name());
		}
	}

	/** Where a line between two points stands, 0 to 1. */
	private double between(double[] values, int index, double share) {
		double from = y.share(values[index]);
		return from + share * (y.share(values[index + 1]) - from);
	}

	private void scatter(int column, double low, double high) {
		int bottom = (int) Math.round((1 - low) * (canvas.height() - 1));
		for (int row = (int) Math.round((1 - high) * (canvas.height() - 1)); row <= bottom; row++) {
			if (column % 2 == 0 && row % 8 == 1 + 2 * (column % 4)) {
				canvas.dot(column, row);
			}
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
		String indent = " ".repeat(margin + 1);
		if (!panel.title().isEmpty()) {
			lines.add(Text.cut(indent + panel.title(), width));
		}
		lines.add(right(panel.y().title(), Math.clamp(panel.y().title().length(), margin, width)));
		String[] labels = new AxisText(panel.y(), y).labels(canvas.rows());
		for (int row = 0; row < canvas.rows(); row++) {
			lines.add(right(labels[row], margin) + (labels[row].isEmpty() ? "│" : "┤") + canvas.row(row));
		}
		lines.add(" ".repeat(margin) + "└" + "─".repeat(canvas.width() / 2));
		new AxisText(panel.x(), x).below(canvas.width() / 2, legend).forEach((line) -> lines.add(indent + line));
		lines.addAll(wrapped(width));
		return lines;
	}

	private List<String> wrapped(int width) {
		var lines = new ArrayList<String>();
		String indent = " ".repeat(margin + 1);
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
