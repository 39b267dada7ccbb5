package dev.descent.engine.surface;

/** From a number to a larger one. */
public record Range(double from, double to) {

	public Range {
		if (!(from < to)) {
			throw new IllegalArgumentException("from must be below to but they were " + from + ", " + to);
		}
	}

	/** The number at a share of the way, exact at both ends. */
	public double at(double share) {
		return (1 - share) * from + share * to;
	}

}
