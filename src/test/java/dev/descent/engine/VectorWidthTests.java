package dev.descent.engine;

import java.util.ArrayList;
import java.util.List;

import dev.descent.benchmark.Workload;
import dev.descent.support.OtherJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** The same bits at every width of vectors, each in a JVM of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VectorWidthTests {

	private final List<String> outputs = new ArrayList<>();

	@BeforeAll
	void run() {
		outputs.add(outputOf("-XX:MaxVectorSize=16"));
		outputs.add(outputOf("-XX:MaxVectorSize=32"));
		outputs.add(outputOf("-XX:MaxVectorSize=64"));
	}

	private static String outputOf(String option) {
		try (var jvm = new OtherJvm(OtherJvm.withClassPath("--add-modules", "jdk.incubator.vector", option),
				KernelAgreement.class)) {
			return jvm.output();
		}
	}

	@Test
	void vectorKernelsAgreeWithScalarKernels() {
		long runs = GoldenTests.cases().count() + Workload.values().length;
		assertThat(outputs)
			.allSatisfy((output) -> assertThat(output).contains(runs + " the same").doesNotContain("differs"));
	}

	/** A machine without the wider ones takes the next narrower. */
	@Test
	void theWidthsAreTried() {
		assertThat(outputs.get(0)).contains("vector-128");
		assertThat(outputs.get(1)).containsPattern("vector-(128|256)");
		assertThat(outputs.get(2)).containsPattern("vector-(128|256|512)");
	}

	@Test
	void allWidthsAgree() {
		assertThat(outputs.stream().map((output) -> output.replaceFirst("(?s).*checksum ", ""))).hasSize(3)
			.allSatisfy(
					(checksum) -> assertThat(checksum).isEqualTo(outputs.get(0).replaceFirst("(?s).*checksum ", "")));
	}

}
