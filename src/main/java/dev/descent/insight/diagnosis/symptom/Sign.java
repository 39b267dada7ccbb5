package dev.descent.insight.diagnosis.symptom;

import java.util.List;
import java.util.stream.Stream;

/**
 * That a symptom is there.
 *
 * @param statement a sentence with the numbers that matter
 * @param remedies against it, the best first; the first that the service accepts is
 * prescribed
 */
public record Sign(Severity severity, Confidence confidence, String statement, List<Evidence> evidence,
		List<Remedy> remedies) {

	static Sign of(Severity severity, Confidence confidence, String statement, List<Evidence> evidence,
			Stream<Remedy> remedies) {
		return new Sign(severity, confidence, statement, evidence, remedies.toList());
	}

}
