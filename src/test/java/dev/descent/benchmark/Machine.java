package dev.descent.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is measured on. */
final class Machine {

	private static final Path CPU = Path.of("/proc/cpuinfo");

	private Machine() {
	}

	static String describe() throws IOException {
		return "%s, %d cores; %s; %s %s".formatted(processor(), Runtime.getRuntime().availableProcessors(),
				System.getProperty("os.name"), System.getProperty("java.vm.name"), Runtime.version());
	}

	private static String processor() throws IOException {
		if (!Files.exists(CPU)) {
			return System.getProperty("os.arch");
		}
		return Files.readAllLines(CPU)
			.stream()
			.filter((line) -> line.startsWith("model name"))
			.findFirst()
			.map((line) -> line.replaceFirst("[^:]*: *", ""))
			.orElse(System.getProperty("os.arch"));
	}

}
