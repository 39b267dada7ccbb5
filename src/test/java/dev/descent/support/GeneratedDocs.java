package dev.descent.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Parts of {@code docs/} that are made of what the build knows. A test makes them and
 * holds the page to it; run with {@code -Dupdate.docs} it writes them there.
 */
public final class GeneratedDocs {

	private GeneratedDocs() {
	}

	/**
	 * Holds a page to a part of it, which stands between two comments with its name.
	 * @param page such as {@code operations.md}
	 */
	public static void assertPart(String page, String name, String part) {
		var file = Path.of("docs", page);
		String begin = "<!-- begin " + name + ": written by the build with -Dupdate.docs -->\n\n";
		String end = "\n<!-- end " + name + " -->";
		try {
			String text = Files.readString(file);
			assertThat(text).containsOnlyOnce(begin).containsOnlyOnce(end);
			int from = text.indexOf(begin) + begin.length();
			int to = text.indexOf(end);
			if (System.getProperty("update.docs") != null) {
				Files.writeString(file, text.substring(0, from) + part + text.substring(to));
			}
			else {
				assertThat(text.substring(from, to)).as("%s; ./mvnw test -Dupdate.docs puts it right", file)
					.isEqualTo(part);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A table in Markdown, its first row the head. */
	public static String table(Stream<List<String>> rows) {
		var lines = rows.map((cells) -> "| " + String.join(" | ", cells) + " |\n").toList();
		String rule = lines.getFirst().replaceAll("[^|\n]+", "---");
		return lines.getFirst() + rule + lines.stream().skip(1).collect(Collectors.joining());
	}

}
