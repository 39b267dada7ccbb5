package dev.descent.engine.analysis;

/**
 * A plane through the space of the parameters: all {@code origin + a first + b second}.
 * Arrays must not be changed.
 *
 * @param origin one entry a parameter
 * @param first direction of the first coordinate
 * @param second direction of the second coordinate; all zeros make it a line
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Plane(double[] origin, double[] first, double[] second) {

	public Plane {
		if (first.length != origin.length || second.length != origin.length) {
			throw new IllegalArgumentException("directions need an entry for each of %d parameters, not %d and %d"
				.formatted(origin.length, first.length, second.length));
		}
	}

	/** The line through the origin along one direction. */
	public static Plane line(double[] origin, double[] direction) {
		return new Plane(origin, direction, new double[origin.length]);
	}

	/**
	 * Writes the parameters at a point of the plane.
	 * @param into overwritten
	 */
	public void place(double a, double b, double[] into) {
		for (int i = 0; i < into.length; i++) {
			into[i] = origin[i] + a * first[i] + b * second[i];
		}
	}

	/**
	 * The coordinates of the point of the plane that is nearest to some parameters (least
	 * squares).
	 * @return a and b; b is 0 on a line
	 */
	public double[] nearest(double[] parameters) {
		double ff = 0;
		double fs = 0;
		double ss = 0;
		double fp = 0;
		double sp = 0;
		for (int i = 0; i < parameters.length; i++) {
			double offset = parameters[i] - origin[i];
			ff += first[i] * first[i];
			fs += first[i] * second[i];
			ss += second[i] * second[i];
			fp += first[i] * offset;
			sp += second[i] * offset;
		}
		if (ss == 0) {
			return new double[] { fp / ff, 0 };
		}
		double determinant = ff * ss - fs * fs;
		return new double[] { (ss * fp - fs * sp) / determinant, (ff * sp - fs * fp) / determinant };
	}

	/** The Euclidean distance of some parameters from a point of the plane. */
	public double distance(double[] parameters, double a, double b) {
		double squares = 0;
		for (int i = 0; i < parameters.length; i++) {
			double offset = parameters[i] - (origin[i] + a * first[i] + b * second[i]);
			squares += offset * offset;
		}
		return Math.sqrt(squares);
	}

}
