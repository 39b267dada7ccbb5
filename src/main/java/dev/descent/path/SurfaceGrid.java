package dev.descent.path;

import dev.descent.engine.surface.Range;
import dev.descent.engine.surface.Surface;
import dev.descent.path.specification.SurfaceGridSpecification;

/** The heights of a surface at evenly spaced points of a rectangle. */
public final class SurfaceGrid {

	private final double[] x;

	private final double[] y;

	private final double[][] value;

	/** A resolved grid, without its heights. */
	SurfaceGrid(SurfaceGridSpecification specification) {
		int resolution = specification.resolution();
		this.x = along(specification.domain().x(), resolution);
		this.y = along(specification.domain().y(), resolution);
		this.value = new double[resolution][resolution];
	}

	private static double[] along(Range range, int resolution) {
		double[] points = new double[resolution];
		for (int i = 0; i < resolution; i++) {
			points[i] = range.at(i / (double) (resolution - 1));
		}
		return points;
	}

	/** Works out a row. */
	void fill(int row, Surface surface) {
		for (int column = 0; column < x.length; column++) {
			value[row][column] = surface.value(x[column], y[row]);
		}
	}

	int rows() {
		return y.length;
	}

	/** Where the columns stand, in ascending order; not a copy. */
	public double[] x() {
		return x;
	}

	/** Where the rows stand, in ascending order; not a copy. */
	public double[] y() {
		return y;
	}

	/** The heights, [row][column]; not a copy. */
	public double[][] value() {
		return value;
	}

}
