package dev.descent.figure;

import java.util.List;
import java.util.regex.Pattern;

/** Names that others chose, made fit to be drawn. */
final class Names {

	/** Longest name of a line, a class and the like. */
	static final int NAME = 40;

	/** Longest title. */
	static final int TITLE = 100;

	/** What would break a line, or XML, or cannot be seen. */
	private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

	private Names() {
	}

	/** On one line, and cut if it is too long. */
	static String tidy(String text, int longest) {
		String line = UNSEEN.matcher(text).replaceAll(" ");
		return (line.codePointCount(0, line.length()) <= longest) ? line
				: line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
	}

	static List<String> tidy(List<String> names, int longest) {
		return names.stream().map((name) -> tidy(name, longest)).toList();
	}

}
