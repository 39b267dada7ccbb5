package dev.descent.verification;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a build compared with published numbers. Its tests write it, as JSON by
 * {@code JsonMapper.shared()}, beside the class of the same name in what is packaged. It
 * says nothing of time and place, so that the same sources still make the same jar.
 *
 * @param suites every case that the references list, compared or not; none if the build
 * ran no such test
 */
public record VerificationReport(List<VerificationSuite> suites) {

	/** The name of the file beside this class. */
	public static final String FILE = "verification.json";

	/** A build that compared nothing. */
	public static final VerificationReport NONE = new VerificationReport(List.of());

	/** The worst status of all cases. */
	public VerificationStatus status() {
		return VerificationStatus.worst(cases().map(VerificationCase::status));
	}

	/** All cases of all suites. */
	public Stream<VerificationCase> cases() {
		return suites.stream().flatMap((suite) -> suite.cases().stream());
	}

}
