package dev.descent.engine.surface;

import java.util.List;

/**
 * A long narrow bowl, {@code (u^2 + condition v^2) / 2} along axes u and v that are
 * turned by an angle (Nocedal and Wright, 2006, Numerical optimization, section 3.3).
 *
 * @param condition the larger curvature divided by the smaller, at least 1
 * @param angle from the x axis to the long axis, in radians
 */
public record IllConditionedBowl(double condition, double angle) implements SumOfSquares {

	public IllConditionedBowl {
		if (!(condition >= 1)) {
			throw new IllegalArgumentException("condition must be at least 1 but was " + condition);
		}
	}

	@Override
	public double value(double x, double y) {
		double cos = StrictMath.cos(angle);
		double sin = StrictMath.sin(angle);
		double u = cos * x + sin * y;
		double v = cos * y - sin * x;
		return (u * u + condition * v * v) / 2;
	}

	@Override
	public void gradient(double x, double y, double[] gradient) {
		double cos = StrictMath.cos(angle);
		double sin = StrictMath.sin(angle);
		double u = cos * x + sin * y;
		double v = cos * y - sin * x;
		gradient[0] = cos * u - sin * condition * v;
		gradient[1] = sin * u + cos * condition * v;
	}

	@Override
	public void hessian(double x, double y, double[] matrix) {
		double cos = StrictMath.cos(angle);
		double sin = StrictMath.sin(angle);
		Surface.write(cos * cos + condition * sin * sin, cos * sin * (1 - condition), sin * sin + condition * cos * cos,
				matrix);
	}

	/** The residuals are linear, so it is the Hessian. */
	@Override
	public void gaussNewton(double x, double y, double[] matrix) {
		hessian(x, y, matrix);
	}

	@Override
	public List<Point> minima() {
		return List.of(new Point(0, 0));
	}

	@Override
	public Domain domain() {
		return Domain.square(2);
	}

	@Override
	public Point start() {
		return new Point(-1.8, 0.8);
	}

}
