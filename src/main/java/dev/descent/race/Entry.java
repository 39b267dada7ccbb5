package dev.descent.race;

import dev.descent.training.FittedJob;
import dev.descent.training.specification.TrainingJobSpecification;

/**
 * What the runs of a variant have in common, ready to be given a seed.
 *
 * @param unseeded without the seeds that differ from run to run
 * @param fingerprint equal for entries whose runs are the same to the last bit
 */
record Entry(FittedJob fitted, TrainingJobSpecification unseeded, String fingerprint) {

	/** Samples times parameters of all gradients and evaluations of a run. */
	double work() {
		return fitted.inForce().training().epochs() * fitted.demand().epochWork();
	}

}
