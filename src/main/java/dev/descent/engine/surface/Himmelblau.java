package dev.descent.engine.surface;

import java.util.List;

/**
 * Four valleys of the same depth, {@code (x^2 + y - 11)^2 + (x + y^2 - 7)^2} (Himmelblau,
 * 1972, Applied nonlinear programming).
 */
public record Himmelblau() implements SumOfSquares {

	@Override
	public double value(double x, double y) {
		double first = first(x, y);
		double second = second(x, y);
		return first * first + second * second;
	}

	@Override
	public void gradient(double x, double y, double[] gradient) {
		double first = first(x, y);
		double second = second(x, y);
		gradient[0] = 4 * x * first + 2 * second;
		gradient[1] = 2 * first + 4 * y * second;
	}

	@Override
	public void hessian(double x, double y, double[] matrix) {
		gaussNewton(x, y, matrix);
		matrix[0] += 4 * first(x, y);
		matrix[3] += 4 * second(x, y);
	}

	@Override
	public void gaussNewton(double x, double y, double[] matrix) {
		Surface.write(8 * x * x + 2, 4 * (x + y), 8 * y * y + 2, matrix);
	}

	private static double first(double x, double y) {
		return x * x + y - 11;
	}

	private static double second(double x, double y) {
		return x + y * y - 7;
	}

	@Override
	public List<Point> minima() {
		return List.of(new Point(3, 2), new Point(-2.805118086952745, 3.131312518250573),
				new Point(-3.779310253377747, -3.283185991286170), new Point(3.584428340330492, -1.848126526964404));
	}

	@Override
	public Domain domain() {
		return Domain.square(5);
	}

	@Override
	public Point start() {
		return new Point(-0.5, -1);
	}

}
