package dev.descent.reliability;

import java.util.stream.Stream;

import dev.descent.support.OtherJvm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * What the stores count is what the heap holds: within a fifth for each shape of job, so
 * that the bounds of memory mean what they say.
 */
@Tag("reliability")
class HeapAccountingTests {

	@TestFactory
	Stream<DynamicTest> everyShapeIsCountedAsTheHeapHoldsIt() {
		var options = OtherJvm.withClassPath("-XX:+UseSerialGC", "-Xmx3g", "--add-modules", "jdk.incubator.vector");
		try (var jvm = new OtherJvm(options, HeapFilling.class, "--server.address=127.0.0.1", "--server.port=0",
				"--descent.kernels=scalar", "--descent.limits.result-memory=1GB",
				"--descent.limits.dataset-memory=200MB")) {
			var filled = jvm.output()
				.lines()
				.filter((line) -> line.startsWith(HeapFilling.MARK))
				.map((line) -> line.substring(HeapFilling.MARK.length()))
				.toList();
			filled.forEach((line) -> System.out.println("counted and held: " + line));
			assertThat(filled).hasSize(10);
			return filled.stream().skip(1).map((line) -> line.split(" ")).map((shape) -> dynamicTest(shape[0], () -> {
				long counted = Long.parseLong(shape[1]);
				long held = Long.parseLong(shape[2]);
				assertThat(held / (double) counted).isBetween(0.8, 1.2);
			}));
		}
	}

}
