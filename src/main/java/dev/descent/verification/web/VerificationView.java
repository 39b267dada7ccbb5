package dev.descent.verification.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import dev.descent.verification.VerificationCase;
import dev.descent.verification.VerificationField;
import dev.descent.verification.VerificationReport;
import dev.descent.verification.VerificationStatus;
import dev.descent.verification.VerificationSuite;
import dev.descent.figure.CsvTable;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "Verification", description = "What the tests of this build compared with published numbers.")
record VerificationView(
		@Schema(description = """
				`verified`: every published field was compared and agrees within its limit. \
				`not_verified`: not all of them were compared. `failed`: some differ.""",
				example = "verified") VerificationStatus status,
		@Schema(description = "The same in a sentence.",
				example = "All 107 cases agree with the published numbers.") String detail,
		@Schema(description = "How many cases there are of each status.") Tally cases,
		@Schema(description = "How many fields there are of each status.") Tally fields,
		@Schema(description = "The cases, one kind after another; none if this build compared nothing.") List<VerificationSuite> suites)
		implements
			CsvTable {

	@Schema(name = "VerificationTally", description = "How many there are of each status.")
	record Tally(@Schema(description = "Agree within the limit.", example = "107") int verified,
			@Schema(description = "Differ by more than the limit.", example = "0") int failed,
			@Schema(description = "No test of this build compared them.", example = "0") int notVerified) {

		static Tally of(Stream<VerificationStatus> statuses) {
			var all = statuses.toList();
			return new Tally(Collections.frequency(all, VerificationStatus.VERIFIED),
					Collections.frequency(all, VerificationStatus.FAILED),
					Collections.frequency(all, VerificationStatus.NOT_VERIFIED));
		}

		int total() {
			return verified + failed + notVerified;
		}

	}

	static VerificationView of(VerificationReport report) {
		var cases = Tally.of(report.cases().map(VerificationCase::status));
		var fields = Tally.of(report.cases().flatMap((each) -> each.fields().stream()).map(VerificationField::status));
		return new VerificationView(report.status(), detail(report.status(), cases), cases, fields, report.suites());
	}

	private static String detail(VerificationStatus status, Tally cases) {
		return switch (status) {
			case VERIFIED -> "All %d cases agree with the published numbers.".formatted(cases.total());
			case FAILED -> "%d of %d cases differ from the published numbers.".formatted(cases.failed(), cases.total());
			case NOT_VERIFIED -> (cases.total() == 0)
					? "This build compared nothing, so nothing is known of it; ./mvnw verify makes one that did."
					: "%d of %d cases were not compared, or not as a whole, when this was built."
						.formatted(cases.notVerified(), cases.total());
		};
	}

	@Override
	public List<String> csvHeader() {
		return List.of("suite", "case", "covers", "field", "status", "numbers", "largest_relative_difference", "limit",
				"reason");
	}

	/** A row for each field. */
	@Override
	public Stream<List<?>> csvRows() {
		return suites.stream()
			.flatMap((suite) -> suite.cases()
				.stream()
				.flatMap((each) -> each.fields().stream().map((field) -> row(suite, each, field))));
	}

	private static List<?> row(VerificationSuite suite, VerificationCase each, VerificationField field) {
		return Arrays.asList(suite.name(), each.name(), each.covers(), field.name(), field.status(), field.numbers(),
				field.largestRelativeDifference(), suite.limit(), field.reason());
	}

}
