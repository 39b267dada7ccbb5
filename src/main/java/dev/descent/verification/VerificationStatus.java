package dev.descent.verification;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** How a comparison came out, from the best to the worst. */
public enum VerificationStatus {

	/** It agrees within the limit. */
	VERIFIED,

	/** No test of this build compared it. */
	NOT_VERIFIED,

	/** It differs by more than the limit. */
	FAILED;

	/** A whole is as good as the worst of its parts; nothing at all verifies nothing. */
	static VerificationStatus worst(Stream<VerificationStatus> parts) {
		return parts.max(Comparator.naturalOrder()).orElse(NOT_VERIFIED);
	}

	/** As JSON and CSV spell it. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
