package dev.descent.insight.diagnosis;

/** Whether a cure has helped. */
public enum TrialVerdict {

	/** One of the jobs has not ended, or the trial has recorded nothing. */
	PENDING,

	/** The finding is gone and the result no worse, or the result is clearly better. */
	HELPED,

	/** The finding is still there and the result about the same. */
	NO_DIFFERENCE,

	/** The result is clearly worse. */
	WORSE

}
