package dev.descent.insight.diagnosis;

import java.util.List;
import java.util.Optional;

import dev.descent.insight.diagnosis.symptom.Examination;

/**
 * What is wrong with a run.
 *
 * @param findings the worst first
 */
public record Diagnosis(Examination examination, List<Finding> findings) {

	/** One of the findings by its name, if it was found. */
	public Optional<Finding> finding(String name) {
		return findings.stream().filter((finding) -> finding.name().equals(name)).findFirst();
	}

}
