package dev.descent.figure;

import java.util.List;

/**
 * What is to be seen, whatever it is drawn with: one panel, or several side by side.
 *
 * @param panels at least one
 */
public record Figure(String title, List<Panel> panels) {

	public Figure {
		title = Names.tidy(title, Names.TITLE);
		panels = List.copyOf(panels);
		if (panels.isEmpty()) {
			throw new IllegalArgumentException("a figure needs a panel");
		}
	}

	/** A figure of one panel, which needs no title of its own. */
	public static Figure of(String title, Axis x, Axis y, List<Mark> marks) {
		return new Figure(title, List.of(new Panel("", x, y, marks)));
	}

	/** Panels side by side: as wide as high, or a little wider. */
	int columns() {
		return (int) Math.ceil(Math.sqrt(panels.size()));
	}

	int rows() {
		return Math.ceilDiv(panels.size(), columns());
	}

}
