package dev.descent.engine.surface;

import java.util.List;

/**
 * A saddle at the origin between two minima, {@code x^2 / 2 - y^2 / 2 + y^4 / 4}
 * (Nesterov, 2004, Introductory lectures on convex optimization, section 1.2.3). From a
 * point on the x axis, gradient descent ends in the saddle.
 */
public record Saddle() implements Surface {

	@Override
	public double value(double x, double y) {
		double square = y * y;
		return (x * x - square) / 2 + square * square / 4;
	}

	@Override
	public void gradient(double x, double y, double[] gradient) {
		gradient[0] = x;
		gradient[1] = y * y * y - y;
	}

	@Override
	public void hessian(double x, double y, double[] matrix) {
		Surface.write(1, 0, 3 * y * y - 1, matrix);
	}

	@Override
	public List<Point> minima() {
		return List.of(new Point(0, 1), new Point(0, -1));
	}

	@Override
	public Domain domain() {
		return Domain.square(2);
	}

	@Override
	public Point start() {
		return new Point(-1.5, 0.01);
	}

}
