package dev.descent.verification;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One published field of a case and how far the engine is from it. */
@Schema(description = "One published field of a case and how far the engine is from it.")
public record VerificationField(
		@Schema(description = "The field, as the reference calls it.", example = "finalParameters") String name,
		@Schema(description = "How the comparison came out.", example = "verified") VerificationStatus status,
		@Schema(description = "How many numbers were published.", example = "33") int numbers,
		@Schema(description = "The largest relative difference, as the suite measures it; null if there is none.",
				example = "3.1e-16") @Nullable Double largestRelativeDifference,
		@Schema(description = "Why nothing was compared, or could be; null if something was.",
				example = "No test of this build compared it.") @Nullable String reason) {

	/** Compared; a difference that is no finite number is none that could be told. */
	public static VerificationField compared(String name, int numbers, double difference, double limit) {
		if (!Double.isFinite(difference)) {
			return new VerificationField(name, VerificationStatus.FAILED, numbers, null,
					"The engine's numbers are not finite.");
		}
		var status = (difference <= limit) ? VerificationStatus.VERIFIED : VerificationStatus.FAILED;
		return new VerificationField(name, status, numbers, difference, null);
	}

	/** The engine has another number of numbers. */
	public static VerificationField misshapen(String name, int numbers, int actual) {
		return new VerificationField(name, VerificationStatus.FAILED, numbers, null,
				"The engine has " + actual + " numbers.");
	}

	/** Not compared because no test ran that does. */
	public static VerificationField notVerified(String name, int numbers) {
		return new VerificationField(name, VerificationStatus.NOT_VERIFIED, numbers, null,
				"No test of this build compared it.");
	}

}
