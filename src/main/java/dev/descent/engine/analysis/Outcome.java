package dev.descent.engine.analysis;

/** How a descent ended. */
public enum Outcome {

	/** All updates were made. */
	COMPLETED,

	/** The method found nothing more to gain. */
	CONVERGED,

	/** A coordinate or the value became infinite or NaN. */
	DIVERGED

}
