package dev.descent.figure;

import java.awt.geom.Path2D;
import java.util.stream.DoubleStream;

/**
 * Where the values on a grid have a certain height, as straight pieces across its cells
 * (marching squares: Lorensen and Cline, 1987, in two dimensions).
 *
 * @param values shape [y][x]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ContourLines(double[] x, double[] y, double[][] values) {

	/** Evenly between the ends of a scale, without the ends. */
	static double[] levels(ColorScale scale, int count) {
		return DoubleStream.iterate(1, (i) -> i + 1)
			.limit(count)
			.map((i) -> scale.low() + i * (scale.high() - scale.low()) / (count + 1))
			.toArray();
	}

	/** All pieces at a level. */
	Path2D at(double level) {
		var lines = new Path2D.Double();
		for (int i = 0; i + 1 < y.length; i++) {
			for (int j = 0; j + 1 < x.length; j++) {
				addCell(i, j, level, lines);
			}
		}
		return lines;
	}

	/** A line crosses two sides of a cell, or, at a saddle, all four. */
	private void addCell(int i, int j, double level, Path2D lines) {
		double[] crossings = new double[8];
		int count = 0;
		count = cross(i, j, i, j + 1, level, crossings, count);
		count = cross(i, j + 1, i + 1, j + 1, level, crossings, count);
		count = cross(i + 1, j + 1, i + 1, j, level, crossings, count);
		count = cross(i + 1, j, i, j, level, crossings, count);
		for (int c = 0; c + 4 <= count; c += 4) {
			lines.moveTo(crossings[c], crossings[c + 1]);
			lines.lineTo(crossings[c + 2], crossings[c + 3]);
		}
	}

	private int cross(int i, int j, int k, int l, double level, double[] crossings, int count) {
		double from = values[i][j] - level;
		double to = values[k][l] - level;
		if (!((from < 0) != (to < 0)) || !Double.isFinite(from) || !Double.isFinite(to)) {
			return count;
		}
		double share = from / (from - to);
		crossings[count] = x[j] + share * (x[l] - x[j]);
		crossings[count + 1] = y[i] + share * (y[k] - y[i]);
		return count + 2;
	}

}
