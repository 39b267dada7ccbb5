package dev.descent.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.verification.Comparisons;
import dev.descent.verification.ReferenceSuite;
import dev.descent.verification.VerificationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole training runs against numbers computed with another program. */
@VerificationTest
class GoldenTests {

	static Stream<GoldenCase> cases() {
		return ReferenceSuite.TRAINING_RUNS.cases().stream().map(GoldenCase::new);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void everyNumberAgrees(GoldenCase golden, Comparisons comparisons) {
		comparisons.assertAgree(golden.reference(), new GoldenRun(golden, new ScalarKernels())::numbers);
	}

	@Test
	void noCaseIsLostByAccident() throws IOException {
		try (var files = Files.list(Path.of("src/test/resources/golden/cases"))) {
			assertThat(cases().map((golden) -> golden.name() + ".json")).hasSize(82)
				.containsExactlyInAnyOrderElementsOf(files.map((file) -> file.getFileName().toString()).toList());
		}
	}

	@Test
	void everyScheduleOfTheReferenceIsThere() {
		assertThat(cases().filter((golden) -> !golden.json().get("schedule").isNull())).hasSize(15);
	}

	@Test
	void theLineSearchOfLbfgsEvaluatesNothingButGradients() {
		assertThat(cases().filter((golden) -> golden.name().startsWith("opt-lbfgs"))).hasSize(2)
			.allSatisfy((golden) -> assertThat(new GoldenRun(golden, new ScalarKernels()).cost().functions()).isZero());
	}

}
