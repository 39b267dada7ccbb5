package dev.descent.engine.surface;

import java.util.List;

/**
 * A bowl askew to the axes, {@code (x + 2y - 7)^2 + (2x + y - 5)^2} (Jamil and Yang,
 * 2013, A literature survey of benchmark functions for global optimisation problems).
 */
public record Booth() implements SumOfSquares {

	@Override
	public double value(double x, double y) {
		double first = x + 2 * y - 7;
		double second = 2 * x + y - 5;
		return first * first + second * second;
	}

	@Override
	public void gradient(double x, double y, double[] gradient) {
		double first = x + 2 * y - 7;
		double second = 2 * x + y - 5;
		gradient[0] = 2 * first + 4 * second;
		gradient[1] = 4 * first + 2 * second;
	}

	@Override
	public void hessian(double x, double y, double[] matrix) {
		Surface.write(10, 8, 10, matrix);
	}

	@Override
	public void gaussNewton(double x, double y, double[] matrix) {
		hessian(x, y, matrix);
	}

	@Override
	public List<Point> minima() {
		return List.of(new Point(1, 3));
	}

	@Override
	public Domain domain() {
		return Domain.square(10);
	}

	@Override
	public Point start() {
		return new Point(-8, 6);
	}

}
