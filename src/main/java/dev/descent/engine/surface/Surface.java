package dev.descent.engine.surface;

import java.util.List;

/** A function of two variables with its exact derivatives. */
public interface Surface {

	double value(double x, double y);

	/**
	 * Writes the gradient.
	 * @param gradient (d/dx, d/dy); overwritten
	 */
	void gradient(double x, double y, double[] gradient);

	/**
	 * Writes the Hessian.
	 * @param matrix shape [2, 2], row by row; overwritten
	 */
	void hessian(double x, double y, double[] matrix);

	/** Where it is least, as far as that is known. */
	List<Point> minima();

	/** What is usually looked at. */
	Domain domain();

	/** Where a descent usually starts. */
	Point start();

	/** Writes a symmetric matrix. */
	static void write(double xx, double xy, double yy, double[] matrix) {
		matrix[0] = xx;
		matrix[1] = xy;
		matrix[2] = xy;
		matrix[3] = yy;
	}

}
