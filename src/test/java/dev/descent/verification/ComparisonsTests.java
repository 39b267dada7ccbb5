package dev.descent.verification;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a build may say of itself, by what its tests compared. */
class ComparisonsTests {

	private final Comparisons comparisons = new Comparisons();

	private static List<ReferenceCase> references() {
		return Arrays.stream(ReferenceSuite.values()).flatMap((suite) -> suite.cases().stream()).toList();
	}

	/** As an engine would that agrees to the last bit. */
	private void agreeIn(Stream<ReferenceCase> references) {
		references.forEach((reference) -> comparisons.assertAgree(reference, reference.expected()::get));
	}

	@Test
	void aBuildThatComparedEverythingIsVerified() {
		agreeIn(references().stream());
		var report = comparisons.report();
		assertThat(report.status()).isEqualTo(VerificationStatus.VERIFIED);
		assertThat(report.cases()).hasSize(references().size())
			.allSatisfy((each) -> assertThat(each.largestRelativeDifference()).isZero());
		assertThat(report.suites().getFirst().cases()).hasSize(82);
	}

	@Test
	void aBuildThatLeftOutOneCaseIsNotAndTheCaseIsListed() {
		agreeIn(references().stream().filter((reference) -> !reference.name().equals("opt-adam")));
		var report = comparisons.report();
		assertThat(report.status()).isEqualTo(VerificationStatus.NOT_VERIFIED);
		assertThat(report.cases().filter((each) -> each.status() != VerificationStatus.VERIFIED)).singleElement()
			.satisfies((each) -> assertThat(each.name()).isEqualTo("opt-adam"))
			.satisfies((each) -> assertThat(each.largestRelativeDifference()).isNull());
	}

	@Test
	void aDifferenceBeyondTheLimitFailsTheTestAndIsReported() {
		var adam = reference("opt-adam");
		assertThatThrownBy(() -> comparisons.assertAgree(adam, (field) -> {
			double[] numbers = numbers(adam, field);
			numbers[0] += field.equals("finalParameters") ? 1e-8 : 0;
			return numbers;
		})).isInstanceOf(AssertionError.class).hasMessageContaining("training_runs/opt-adam");
		agreeIn(references().stream());
		assertThat(comparisons.report().status()).isEqualTo(VerificationStatus.FAILED);
		assertThat(field("opt-adam", "finalParameters").status()).isEqualTo(VerificationStatus.FAILED);
		assertThat(field("opt-adam", "finalParameters").largestRelativeDifference()).isBetween(1e-9, 1e-7);
		assertThat(field("opt-adam", "finalOutputs").status()).isEqualTo(VerificationStatus.VERIFIED);
	}

	@Test
	void aNumberThatIsNoneAndAFieldOfAnotherSizeAreNotTakenForAgreement() {
		var relu = reference("relu");
		assertThatThrownBy(() -> comparisons.assertAgree(relu,
				(field) -> field.equals("f") ? new double[1] : filled(relu, field, Double.NaN)))
			.isInstanceOf(AssertionError.class);
		assertThat(field("relu", "f").status()).isEqualTo(VerificationStatus.FAILED);
		assertThat(field("relu", "f").reason()).isEqualTo("The engine has 1 numbers.");
		assertThat(field("relu", "df").status()).isEqualTo(VerificationStatus.FAILED);
		assertThat(field("relu", "df").largestRelativeDifference()).isNull();
	}

	@Test
	void aFieldThatIsNotMeasuredFailsTheTest() {
		var mse = reference("mse");
		assertThatThrownBy(
				() -> comparisons.assertAgree(mse, (field) -> field.equals("loss") ? numbers(mse, field) : null))
			.isInstanceOf(AssertionError.class);
		assertThat(field("mse", "dloss_dz").status()).isEqualTo(VerificationStatus.NOT_VERIFIED);
	}

	@Test
	void noTwoCasesAreCalledTheSame() {
		assertThat(references()).extracting(ReferenceCase::toString).doesNotHaveDuplicates();
	}

	@Test
	void theFileSaysTheSameAsTheReport() {
		agreeIn(references().stream().limit(3));
		var file = JsonMapper.shared().writeValueAsString(comparisons.report());
		assertThat(JsonMapper.shared().readValue(file, VerificationReport.class)).isEqualTo(comparisons.report());
	}

	@Test
	void aBuildWithoutComparisonsClaimsNothing() {
		assertThat(VerificationReport.NONE.status()).isEqualTo(VerificationStatus.NOT_VERIFIED);
	}

	private static ReferenceCase reference(String name) {
		return references().stream().filter((reference) -> reference.name().equals(name)).findFirst().orElseThrow();
	}

	private static double[] numbers(ReferenceCase reference, String field) {
		return reference.expected().getOrDefault(field, new double[0]).clone();
	}

	private static double[] filled(ReferenceCase reference, String field, double value) {
		double[] numbers = numbers(reference, field);
		Arrays.fill(numbers, value);
		return numbers;
	}

	private VerificationField field(String name, String field) {
		return comparisons.report()
			.cases()
			.filter((each) -> each.name().equals(name))
			.flatMap((each) -> each.fields().stream())
			.filter((each) -> each.name().equals(field))
			.findFirst()
			.orElseThrow();
	}

}
