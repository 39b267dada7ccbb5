package dev.descent.engine.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.descent.support.OtherJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is chosen depends on the JVM, so most of it is seen in other ones. */
class KernelChoiceTests {

	private static final String MODULE = "--add-modules=jdk.incubator.vector";

	/** Prints what is chosen for each preference. */
	static final class Main {

		private Main() {
		}

		static void main() {
			for (var preference : KernelPreference.values()) {
				var choice = KernelChoice.of(preference);
				System.out.println(preference + ": " + choice.kernels().name() + ", " + choice.vectorBits() + ", "
						+ choice.reason());
			}
		}

	}

	@Test
	void scalarKernelsRunIfTheyAreAskedFor() {
		var choice = KernelChoice.of(KernelPreference.SCALAR);
		assertThat(choice.kernels()).isInstanceOf(ScalarKernels.class);
		assertThat(choice.reason()).contains("asked for");
		assertThat(choice.vectorBits()).isZero();
	}

	@Test
	void vectorKernelsRunAtOnceIfTheyAreAskedFor() {
		var choice = KernelChoice.of(KernelPreference.VECTOR);
		assertThat(choice.kernels().name()).isEqualTo("vector-" + choice.vectorBits());
		assertThat(choice.reason()).contains("asked for");
	}

	@Test
	void scalarKernelsRunAtFirstIfNothingIsAskedFor() {
		var choice = KernelChoice.of(KernelPreference.AUTO);
		assertThat(choice.kernels().name()).isEqualTo("scalar");
		assertThat(choice.vectorBits()).isGreaterThanOrEqualTo(128);
		assertThat(choice.reason()).contains("take over");
	}

	@ParameterizedTest
	@EnumSource(names = { "AUTO", "VECTOR" })
	void withoutTheModuleItSaysHowToGetIt(KernelPreference preference) {
		assertThat(chosen(preference, OtherJvm.withClassPath())).startsWith("scalar, 0, ")
			.contains("start java with --add-modules jdk.incubator.vector");
	}

	@ParameterizedTest
	@EnumSource(names = { "AUTO", "VECTOR" })
	void vectorsOfOneDoubleAreNotUsed(KernelPreference preference) {
		assertThat(chosen(preference, OtherJvm.withClassPath(MODULE, "-XX:MaxVectorSize=8"))).startsWith("scalar, 0, ")
			.contains("only 64 bits");
	}

	@ParameterizedTest
	@EnumSource(names = { "AUTO", "VECTOR" })
	void kernelsThatDoNotLoadAreNotUsed(KernelPreference preference, @TempDir Path classes) throws IOException {
		copyWithoutVectorKernels(KernelChoice.class, classes);
		copyWithoutVectorKernels(Main.class, classes);
		assertThat(chosen(preference, List.of(MODULE, "-cp", classes.toString()))).startsWith("scalar, 0, ")
			.contains("do not load", "VectorKernels", "Java version");
	}

	/** What another JVM chooses: the name, the bits and the reason. */
	private static String chosen(KernelPreference preference, List<String> options) {
		try (var jvm = new OtherJvm(options, Main.class)) {
			var output = jvm.output();
			var prefix = preference + ": ";
			return output.lines()
				.filter((line) -> line.startsWith(prefix))
				.findFirst()
				.orElseThrow(() -> new AssertionError(output))
				.substring(prefix.length());
		}
	}

	private static void copyWithoutVectorKernels(Class<?> neighbor, Path target) throws IOException {
		var root = Path.of(neighbor.getProtectionDomain().getCodeSource().getLocation().getPath());
		var folder = Path.of(neighbor.getPackageName().replace('.', '/'));
		Files.createDirectories(target.resolve(folder));
		try (var files = Files.list(root.resolve(folder))) {
			for (var file : files.toList()) {
				if (!file.endsWith("VectorKernels.class")) {
					Files.copy(file, target.resolve(folder).resolve(file.getFileName()));
				}
			}
		}
	}

}
