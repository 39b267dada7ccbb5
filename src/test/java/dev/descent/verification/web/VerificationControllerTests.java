package dev.descent.verification.web;

import java.util.List;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.verification.VerificationCase;
import dev.descent.verification.VerificationField;
import dev.descent.verification.VerificationReport;
import dev.descent.verification.VerificationStatus;
import dev.descent.verification.VerificationSuite;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the build says of itself. While tests run their own report is not yet written, so
 * over HTTP any state is right that is sound; that the packaged server says
 * {@code verified} is for {@code verification.http} to see.
 */
@HttpTest
class VerificationControllerTests {

	private static final String VERIFICATION = "/api/v1/verification";

	private static final VerificationField AGREES = VerificationField.compared("f", 41, 2e-16, 1e-14);

	private static final VerificationField DIFFERS = VerificationField.compared("df", 41, 2e-3, 1e-14);

	private static final VerificationField MISSING = VerificationField.notVerified("df", 41);

	@Autowired
	private Api api;

	@Test
	void itSaysHowManyThereAreOfWhat() {
		var answer = api.read(VERIFICATION);
		int cases = 0;
		int fields = 0;
		for (var suite : answer.get("suites")) {
			cases += suite.get("cases").size();
			for (var each : suite.get("cases")) {
				fields += each.get("fields").size();
			}
		}
		var verified = answer.get("cases").get("verified").asInt();
		assertThat(answer.get("cases").valueStream().mapToInt((count) -> count.asInt()).sum()).isEqualTo(cases);
		assertThat(answer.get("fields").valueStream().mapToInt((count) -> count.asInt()).sum()).isEqualTo(fields);
		assertThat(answer.get("status").asString())
			.isEqualTo((verified == cases && cases > 0) ? "verified" : "not_verified");
	}

	@Test
	void asATableItHasARowForEachField() {
		var fields = api.read(VERIFICATION).get("fields").valueStream().mapToInt((count) -> count.asInt()).sum();
		var table = api.get(VERIFICATION, "Accept", "text/csv");
		assertThat(table.mediaType()).isEqualTo("text/csv");
		assertThat(table.body().lines()).hasSize(1 + fields)
			.startsWith("suite,case,covers,field,status,numbers,largest_relative_difference,limit,reason");
	}

	@Test
	void whoHasItAlreadyIsNotSentItAgain() {
		var first = api.get(VERIFICATION);
		assertThat(String.valueOf(first.header("Vary")).split(",")).contains("accept");
		var second = api.get(VERIFICATION, "If-None-Match", String.valueOf(first.header("ETag")));
		assertThat(second.status()).isEqualTo(304);
	}

	@Test
	void aWholeIsAsGoodAsTheWorstOfItsParts() {
		assertView(view(), VerificationStatus.NOT_VERIFIED, "This build compared nothing");
		assertView(view(AGREES), VerificationStatus.VERIFIED, "All 1 cases agree");
		assertView(view(AGREES, MISSING), VerificationStatus.NOT_VERIFIED, "1 of 1 cases were not compared");
		assertView(view(AGREES, MISSING, DIFFERS), VerificationStatus.FAILED, "1 of 1 cases differ");
	}

	@Test
	void aRowSaysWhatIsKnownOfAField() {
		assertThat(view(AGREES, MISSING).csvRows().map(Object::toString)).containsExactly(
				"[activations, relu, values, f, verified, 41, 2.0E-16, 1.0E-14, null]",
				"[activations, relu, values, df, not_verified, 41, null, 1.0E-14, No test of this build compared it.]");
	}

	private static void assertView(VerificationView view, VerificationStatus status, String detail) {
		assertThat(view.status()).isEqualTo(status);
		assertThat(view.detail()).startsWith(detail);
	}

	private static VerificationView view(VerificationField... fields) {
		if (fields.length == 0) {
			return VerificationView.of(VerificationReport.NONE);
		}
		var relu = VerificationCase.of("relu", "values", List.of(fields));
		return VerificationView.of(new VerificationReport(
				List.of(new VerificationSuite("activations", "a program", "a measure", 1e-14, List.of(relu)))));
	}

}
