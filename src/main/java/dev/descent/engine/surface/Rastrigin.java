package dev.descent.engine.surface;

import java.util.List;

/**
 * A bowl full of hollows, {@code 2A + x^2 + y^2 - A (cos(2 pi x) + cos(2 pi y))}
 * (Rastrigin, 1974, Systems of extremal control).
 *
 * @param amplitude A, not negative: how deep the hollows are
 */
public record Rastrigin(double amplitude) implements Surface {

	private static final double FREQUENCY = 2 * Math.PI;

	public Rastrigin {
		if (!(amplitude >= 0)) {
			throw new IllegalArgumentException("amplitude must not be negative but was " + amplitude);
		}
	}

	@Override
	public double value(double x, double y) {
		return along(x) + along(y);
	}

	private double along(double x) {
		return x * x + amplitude * (1 - StrictMath.cos(FREQUENCY * x));
	}

	@Override
	public void gradient(double x, double y, double[] gradient) {
		gradient[0] = slope(x);
		gradient[1] = slope(y);
	}

	private double slope(double x) {
		return 2 * x + amplitude * FREQUENCY * StrictMath.sin(FREQUENCY * x);
	}

	@Override
	public void hessian(double x, double y, double[] matrix) {
		Surface.write(curvature(x), 0, curvature(y), matrix);
	}

	private double curvature(double x) {
		return 2 + amplitude * FREQUENCY * FREQUENCY * StrictMath.cos(FREQUENCY * x);
	}

	/** The deepest hollow; the others are no minima of the whole. */
	@Override
	public List<Point> minima() {
		return List.of(new Point(0, 0));
	}

	@Override
	public Domain domain() {
		return Domain.square(5.12);
	}

	@Override
	public Point start() {
		return new Point(-3.3, 2.4);
	}

}
