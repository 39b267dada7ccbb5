package dev.descent.engine.surface;

/** A rectangle of the plane. */
public record Domain(Range x, Range y) {

	/** The square around the origin whose sides are so far from it. */
	public static Domain square(double half) {
		var range = new Range(-half, half);
		return new Domain(range, range);
	}

}
