package dev.descent.insight.diagnosis.symptom;

/** What a finding costs, the worst first. */
public enum Severity {

	/** The result is of little use. */
	SEVERE,

	/** The result is clearly worse, or later, than it need be. */
	MODERATE,

	/** Worth knowing; the result is good all the same, or nearly. */
	HINT

}
