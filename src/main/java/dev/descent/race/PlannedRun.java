package dev.descent.race;

import dev.descent.training.specification.TrainingJobSpecification;
import org.jspecify.annotations.Nullable;

/**
 * A run that is to be made.
 *
 * @param variant number of the variant
 * @param rate at which it is tuned; null for a run of the race itself
 * @param as what it runs as
 */
record PlannedRun(int variant, long seed, @Nullable Double rate, Variant as) {

	/** Equal for runs that are the same to the last bit. */
	String fingerprint() {
		return as.entry().fingerprint() + ":" + seed;
	}

	TrainingJobSpecification specification() {
		return as.entry().unseeded().seeded(seed);
	}

	String name() {
		return as.name() + ((rate != null) ? " at " + rate : "") + ", seed " + seed;
	}

}
