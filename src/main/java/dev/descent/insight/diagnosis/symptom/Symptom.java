package dev.descent.insight.diagnosis.symptom;

import java.util.Optional;
import java.util.Set;

/** Something that can be wrong with a run, told by what the run left behind. */
public interface Symptom {

	/** As it is spelt in addresses. */
	String name();

	Explanation explanation();

	/** Whether it is there. */
	Optional<Sign> in(Examination examination);

	/** By what a trial of its cure is judged, where both jobs have the same loss. */
	default Judge judge() {
		return Judge.TRAINING_LOSS;
	}

	/**
	 * Findings that say why this one is there, in whose presence it says nothing new and
	 * is left out.
	 */
	default Set<String> causes() {
		return Set.of();
	}

}
