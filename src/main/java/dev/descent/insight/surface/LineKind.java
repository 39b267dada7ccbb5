package dev.descent.insight.surface;

/** How a line lies in the space of the parameters. */
public enum LineKind {

	/** Along the first principal component of the path. */
	PCA,

	/** Along a random direction, normalised filter by filter. */
	RANDOM,

	/** Along one of the parameters. */
	PARAMETER,

	/** From this job, at 0, to another one, at 1. */
	JOB

}
