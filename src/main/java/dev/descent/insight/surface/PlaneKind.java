package dev.descent.insight.surface;

/** How the plane lies in the space of the parameters. */
public enum PlaneKind {

	/** Along the first two principal components of the path. */
	PCA,

	/** Along two random directions, normalised filter by filter. */
	RANDOM,

	/** Along two of the parameters. */
	PARAMETERS

}
