package dev.descent.insight.diagnosis.symptom;

/** How far a finding can be trusted. */
public enum Confidence {

	/** The evidence is the finding itself. */
	CERTAIN,

	/** The evidence seldom has another cause. */
	LIKELY,

	/** The evidence has other causes as well; a trial tells. */
	POSSIBLE

}
