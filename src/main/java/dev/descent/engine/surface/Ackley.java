package dev.descent.engine.surface;

import java.util.List;

/**
 * A hole in a rippled plain,
 * {@code -20 exp(-r / 5) - exp((cos(2 pi x) + cos(2 pi y)) / 2) + e + 20} with
 * {@code r = sqrt((x^2 + y^2) / 2)} (Ackley, 1987, A connectionist machine for genetic
 * hillclimbing). At the origin, where it has a tip, the derivatives are those of the
 * ripples alone.
 */
public record Ackley() implements Surface {

	private static final double FREQUENCY = 2 * Math.PI;

	@Override
	public double value(double x, double y) {
		return 20 * (1 - StrictMath.exp(-radius(x, y) / 5)) + (Math.E - ripples(x, y));
	}

	@Override
	public void gradient(double x, double y, double[] gradient) {
		double pull = pull(radius(x, y));
		double ripples = Math.PI * ripples(x, y);
		gradient[0] = x * pull + ripples * StrictMath.sin(FREQUENCY * x);
		gradient[1] = y * pull + ripples * StrictMath.sin(FREQUENCY * y);
	}

	@Override
	public void hessian(double x, double y, double[] matrix) {
		double radius = radius(x, y);
		double pull = pull(radius);
		double bend = (radius > 0) ? -pull * (1 / radius + 0.2) / (2 * radius) : 0;
		double ripples = Math.PI * Math.PI * ripples(x, y);
		double sinX = StrictMath.sin(FREQUENCY * x);
		double sinY = StrictMath.sin(FREQUENCY * y);
		Surface.write(pull + bend * x * x + ripples * (2 * StrictMath.cos(FREQUENCY * x) - sinX * sinX),
				bend * x * y - ripples * sinX * sinY,
				pull + bend * y * y + ripples * (2 * StrictMath.cos(FREQUENCY * y) - sinY * sinY), matrix);
	}

	private static double radius(double x, double y) {
		return Math.sqrt((x * x + y * y) / 2);
	}

	/** The slope of the hole along x, divided by x. */
	private static double pull(double radius) {
		return (radius > 0) ? 2 * StrictMath.exp(-radius / 5) / radius : 0;
	}

	private static double ripples(double x, double y) {
		return StrictMath.exp((StrictMath.cos(FREQUENCY * x) + StrictMath.cos(FREQUENCY * y)) / 2);
	}

	@Override
	public List<Point> minima() {
		return List.of(new Point(0, 0));
	}

	@Override
	public Domain domain() {
		return Domain.square(5);
	}

	@Override
	public Point start() {
		return new Point(-3.3, 2.4);
	}

}
