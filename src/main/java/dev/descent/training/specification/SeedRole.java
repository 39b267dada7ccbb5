package dev.descent.training.specification;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What the named seeds of a job decide. */
public enum SeedRole {

	/** The samples of a synthetic dataset. */
	DATASET,

	/** Which samples train and which judge. */
	SPLIT,

	/** The initial parameters. */
	INITIALIZER,

	/** The order of the batches, and what an update draws. */
	TRAINING;

	/** The field of the specification that the seed is in or below. */
	public String field() {
		return switch (this) {
			case DATASET -> "dataset";
			case SPLIT -> "split";
			case INITIALIZER -> "network";
			case TRAINING -> "training";
		};
	}

	/** What to change in that field for a seed that is not given: a merge patch. */
	public Map<String, @Nullable Object> withoutSeed() {
		var seed = new HashMap<String, @Nullable Object>();
		seed.put("seed", null);
		return (this == INITIALIZER) ? Map.of("initializer", seed) : seed;
	}

}
