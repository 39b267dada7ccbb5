package dev.descent.verification;

import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One published case with all its fields. */
@Schema(description = "One published case with all its fields.")
public record VerificationCase(
		@Schema(description = "The case, as the reference calls it.", example = "opt-adam") String name,
		@Schema(description = "What it covers.", example = "Adam") String covers,
		@Schema(description = "The worst status of its fields.", example = "verified") VerificationStatus status,
		@Schema(description = "The largest of its fields' relative differences; null if nothing was compared.",
				example = "3.1e-16") @Nullable Double largestRelativeDifference,
		@Schema(description = "Every field that was published, compared or not.") List<VerificationField> fields) {

	public static VerificationCase of(String name, String covers, List<VerificationField> fields) {
		return new VerificationCase(name, covers,
				VerificationStatus.worst(fields.stream().map(VerificationField::status)),
				fields.stream()
					.map(VerificationField::largestRelativeDifference)
					.filter(Objects::nonNull)
					.reduce(Math::max)
					.orElse(null),
				fields);
	}

}
