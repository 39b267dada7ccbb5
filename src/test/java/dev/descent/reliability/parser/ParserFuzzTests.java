package dev.descent.reliability.parser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.Jazzer;
import dev.descent.reliability.Scale;
import dev.descent.support.OtherJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Jazzer looks for texts that make a parser throw what it should not, take long or take
 * much memory; it is guided by which ways through the code they find. In the short form
 * all parsers share a JVM, which takes longer to start than they are tried.
 */
@Tag("reliability")
class ParserFuzzTests {

	private static final int SECONDS = Integer.getInteger("fuzz.seconds", Scale.of(20, 60));

	/** What its instrumentation covers: what is ours, and what reads for us. */
	private static final String INSTRUMENTED = "dev.descent.**:dev.cel.**:de.siegmar.**:tools.jackson.**";

	private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");

	@TempDir
	private Path folder;

	static Stream<List<Parser>> groups() {
		var all = List.of(Parser.values());
		return Scale.isFull() ? all.stream().map(List::of) : Stream.of(all);
	}

	@ParameterizedTest
	@MethodSource("groups")
	void nothingIsFound(List<Parser> parsers) throws IOException {
		var corpus = Files.createDirectory(folder.resolve("corpus"));
		int seeds = 0;
		for (int i = 0; i < parsers.size(); i++) {
			for (String seed : parsers.get(i).seeds()) {
				Files.writeString(corpus.resolve("seed-" + seeds++), ParserFuzz.input(i, seed));
			}
		}
		var options = OtherJvm.withClassPath("-Xmx600m", "-Xss1m", "--add-modules", "jdk.incubator.vector",
				"--enable-native-access=ALL-UNNAMED", "-XX:+EnableDynamicAgentLoading");
		String names = parsers.stream().map(Parser::name).collect(Collectors.joining(" "));
		try (var jvm = new OtherJvm(options, Jazzer.class, "--target_class=" + ParserFuzz.class.getName(),
				"--target_args=" + names, "--instrumentation_includes=" + INSTRUMENTED,
				"--custom_hook_includes=" + INSTRUMENTED, "--reproducer_path=" + folder,
				"-artifact_prefix=" + folder + "/", "-max_total_time=" + SECONDS, "-timeout=20", "-rss_limit_mb=3000",
				"-max_len=4096", "-seed=1", corpus.toString())) {
			String output = jvm.output();
			var done = DONE.matcher(output);
			assertThat(output).doesNotContain("== Java Exception", "ERROR: libFuzzer");
			assertThat(done.find()).as(output).isTrue();
			assertThat(Integer.parseInt(done.group(1))).as(output).isGreaterThan(seeds);
			System.out.println(names + ": " + done.group(1) + " inputs in " + done.group(2) + " s");
		}
	}

}
