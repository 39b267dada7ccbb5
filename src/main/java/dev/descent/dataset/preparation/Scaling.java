package dev.descent.dataset.preparation;

import dev.descent.dataset.Statistics;

/** How inputs are brought to a common scale. */
public enum Scaling {

	/** Inputs stay as they are. */
	NONE,

	/** The training rows get mean 0 and standard deviation 1. */
	STANDARD,

	/** The training rows get minimum -1 and maximum 1. */
	MIN_MAX;

	double offset(Statistics column) {
		return switch (this) {
			case NONE -> 0;
			case STANDARD -> column.mean();
			case MIN_MAX -> column.min() + (column.max() - column.min()) / 2;
		};
	}

	/** What to divide by, which is 1 for a column whose numbers are all equal. */
	double scale(Statistics column) {
		double scale = switch (this) {
			case NONE -> 1;
			case STANDARD -> column.standardDeviation();
			case MIN_MAX -> (column.max() - column.min()) / 2;
		};
		return (scale > 0) ? scale : 1;
	}

}
