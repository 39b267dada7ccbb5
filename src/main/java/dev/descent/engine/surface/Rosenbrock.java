package dev.descent.engine.surface;

import java.util.List;

/**
 * A curved valley, {@code (a - x)^2 + b (y - x^2)^2} (Rosenbrock, 1960, An automatic
 * method for finding the greatest or least value of a function).
 *
 * @param a where the minimum is: at (a, a^2)
 * @param b how steep the walls are, positive
 */
public record Rosenbrock(double a, double b) implements SumOfSquares {

	public Rosenbrock {
		if (!(b > 0)) {
			throw new IllegalArgumentException("b must be positive but was " + b);
		}
	}

	@Override
	public double value(double x, double y) {
		double rise = y - x * x;
		return (a - x) * (a - x) + b * rise * rise;
	}

	@Override
	public void gradient(double x, double y, double[] gradient) {
		double rise = y - x * x;
		gradient[0] = -2 * (a - x) - 4 * b * x * rise;
		gradient[1] = 2 * b * rise;
	}

	@Override
	public void hessian(double x, double y, double[] matrix) {
		gaussNewton(x, y, matrix);
		matrix[0] -= 4 * b * (y - x * x);
	}

	@Override
	public void gaussNewton(double x, double y, double[] matrix) {
		Surface.write(2 + 8 * b * x * x, -4 * b * x, 2 * b, matrix);
	}

	@Override
	public List<Point> minima() {
		return List.of(new Point(a, a * a));
	}

	/** Wider where the minimum is farther away. */
	@Override
	public Domain domain() {
		double scale = Math.max(1, Math.abs(a));
		return new Domain(new Range(-2 * scale, 2 * scale), new Range(-scale * scale, 3 * scale * scale));
	}

	@Override
	public Point start() {
		return new Point(-1.5, 2);
	}

}
