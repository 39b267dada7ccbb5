package dev.descent.figure;

import java.util.Arrays;

/**
 * A canvas of characters with two by four dots each (Unicode braille patterns), or with a
 * character in their place.
 */
final class Braille {

	private static final char BLANK = '\u2800';

	/** Characters that dots may take the place of: shades and bars. */
	private static final String BEHIND = " ·░▒▓▁▂▃▄▅▆▇█";

	/** The bits of the dots of a character, by row and column. */
	private static final int[][] DOTS = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

	private final char[][] cells;

	Braille(int columns, int rows) {
		this.cells = new char[rows][columns];
		for (char[] row : cells) {
			Arrays.fill(row, ' ');
		}
	}

	/** Dots from left to right. */
	int width() {
		return 2 * cells[0].length;
	}

	/** Dots from the top to the bottom. */
	int height() {
		return 4 * cells.length;
	}

	/** Sets a dot, unless it is off the canvas or a character of a point stands there. */
	void dot(int x, int y) {
		if (x < 0 || y < 0 || x >= width() || y >= height()) {
			return;
		}
		char present = cells[y / 4][x / 2];
		boolean dotted = present >= BLANK && present < BLANK + 256;
		if (dotted || BEHIND.indexOf(present) >= 0) {
			int bits = dotted ? present - BLANK : 0;
			cells[y / 4][x / 2] = (char) (BLANK + (bits | DOTS[y % 4][x % 2]));
		}
	}

	/** Puts a character in the place of dots. */
	void put(int column, int row, char character) {
		if (column >= 0 && row >= 0 && row < cells.length && column < cells[0].length) {
			cells[row][column] = character;
		}
	}

	/** Dots along a straight line. */
	void line(int x0, int y0, int x1, int y1, boolean dashed) {
		int steps = Math.max(1, Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)));
		for (int i = 0; i <= steps; i++) {
			int x = (int) Math.round(x0 + (x1 - x0) * (i / (double) steps));
			if (!dashed || x % 4 < 2) {
				dot(x, (int) Math.round(y0 + (y1 - y0) * (i / (double) steps)));
			}
		}
	}

	String row(int index) {
		return new String(cells[index]);
	}

	int rows() {
		return cells.length;
	}

}
