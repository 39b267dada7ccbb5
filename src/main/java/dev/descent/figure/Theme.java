package dev.descent.figure;

import java.awt.Color;

/** Whether figures are dark on light or light on dark. */
public enum Theme {

	LIGHT(0xffffff, 0x1f2328, 0xd8dee4), DARK(0x0d1117, 0xe6edf3, 0x30363d);

	private final Color background;

	private final Color foreground;

	private final Color gridlines;

	Theme(int background, int foreground, int gridlines) {
		this.background = new Color(background);
		this.foreground = new Color(foreground);
		this.gridlines = new Color(gridlines);
	}

	Color background() {
		return background;
	}

	Color foreground() {
		return foreground;
	}

	Color gridlines() {
		return gridlines;
	}

}
