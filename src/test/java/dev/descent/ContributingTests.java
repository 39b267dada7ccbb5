package dev.descent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The change that {@code docs/contributing.md} shows can be made as it stands. */
class ContributingTests {

	@Test
	void theChangeThatAddsAnOptimizerFitsTheSources() throws IOException {
		var document = Files.readString(Path.of("docs/contributing.md"));
		var change = document.substring(document.indexOf("```diff\n") + 8, document.indexOf("\n```\n"));
		var files = Pattern.compile("^diff --git .*\n", Pattern.MULTILINE).split(change);
		assertThat(files).hasSize(4).startsWith("");
		for (int i = 1; i < files.length; i++) {
			assertFits(files[i]);
		}
	}

	private static void assertFits(String change) throws IOException {
		var file = Path
			.of(change.lines().filter((line) -> line.startsWith("+++ b/")).findFirst().orElseThrow().substring(6));
		if (change.contains("--- /dev/null")) {
			assertThat(file).doesNotExist();
			return;
		}
		var source = Files.readString(file);
		var hunks = Pattern.compile("^@@.*\n", Pattern.MULTILINE).split(change);
		assertThat(hunks).hasSizeGreaterThan(1);
		for (int i = 1; i < hunks.length; i++) {
			assertThat(source).contains(hunks[i].lines()
				.filter((line) -> !line.startsWith("+"))
				.map((line) -> line.isEmpty() ? line : line.substring(1))
				.collect(Collectors.joining("\n")));
		}
	}

}
