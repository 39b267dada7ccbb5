package dev.descent.engine.surface;

import java.util.List;

/**
 * A flat plain between steep corners,
 * {@code (1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2} (Beale, 1958,
 * On an iterative method for finding a local minimum of a function of more than one
 * variable).
 */
public record Beale() implements SumOfSquares {

	private static final double[] LEVELS = { 1.5, 2.25, 2.625 };

	@Override
	public double value(double x, double y) {
		double sum = 0;
		double power = 1;
		for (double level : LEVELS) {
			power *= y;
			double residual = level - x * (1 - power);
			sum += residual * residual;
		}
		return sum;
	}

	@Override
	public void gradient(double x, double y, double[] gradient) {
		gradient[0] = 0;
		gradient[1] = 0;
		double lower = 1;
		for (int i = 1; i <= LEVELS.length; i++) {
			double power = lower * y;
			double residual = LEVELS[i - 1] - x * (1 - power);
			gradient[0] += 2 * residual * (power - 1);
			gradient[1] += 2 * residual * i * x * lower;
			lower = power;
		}
	}

	@Override
	public void hessian(double x, double y, double[] matrix) {
		gaussNewton(x, y, matrix);
		double lowest = 0;
		double lower = 1;
		for (int i = 1; i <= LEVELS.length; i++) {
			double residual = LEVELS[i - 1] - x * (1 - lower * y);
			matrix[1] += 2 * residual * i * lower;
			matrix[3] += 2 * residual * i * (i - 1) * x * lowest;
			lowest = lower;
			lower *= y;
		}
		matrix[2] = matrix[1];
	}

	@Override
	public void gaussNewton(double x, double y, double[] matrix) {
		double xx = 0;
		double xy = 0;
		double yy = 0;
		double lower = 1;
		for (int i = 1; i <= LEVELS.length; i++) {
			double byX = lower * y - 1;
			double byY = i * x * lower;
			xx += 2 * byX * byX;
			xy += 2 * byX * byY;
			yy += 2 * byY * byY;
			lower *= y;
		}
		Surface.write(xx, xy, yy, matrix);
	}

	@Override
	public List<Point> minima() {
		return List.of(new Point(3, 0.5));
	}

	@Override
	public Domain domain() {
		return Domain.square(4.5);
	}

	@Override
	public Point start() {
		return new Point(1, 1);
	}

}
