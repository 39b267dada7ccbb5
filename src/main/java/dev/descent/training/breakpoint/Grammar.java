package dev.descent.training.breakpoint;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.descent.problem.Faults;
import org.jspecify.annotations.Nullable;

/** Reads texts by the grammar of the Common Expression Language, without macros. */
final class Grammar {

	/** In code points. */
	private static final int LONGEST = 500;

	private static final int DEEPEST = 60;

	/** Made for the first condition, so that those who use none do not wait for it. */
	private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder()
		.setOptions(CelOptions.current().maxExpressionCodePointSize(LONGEST).maxParseRecursionDepth(DEEPEST).build())
		.build();

	private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*|\\p{N}[\\p{L}\\p{N}_.]*|\\S");

	/** What other languages write. */
	private static final Map<String, String> MEANT = Map.of("and", "&&", "or", "||", "not", "!", "&", "&&", "|", "||",
			"=", "==", "≤", "<=", "≥", ">=", "≠", "!=");

	private Grammar() {
	}

	/** Null if the text cannot be read; the first reason is then among the faults. */
	static @Nullable CelAbstractSyntaxTree parse(String text, Faults faults) {
		if (text.codePointCount(0, text.length()) > LONGEST) {
			faults.add("must have at most " + LONGEST + " characters");
			return null;
		}
		var parsed = PARSER.parse(text);
		try {
			return parsed.getAst();
		}
		catch (CelValidationException ex) {
			// What follows the first error is often no error but its consequence.
			faults.add(tell(ex.getErrors().getFirst(), text));
			return null;
		}
	}

	private static String tell(CelIssue issue, String text) {
		if (issue.getMessage().startsWith("Expression recursion limit exceeded")) {
			return "is nested too deeply or has too many parts";
		}
		if (text.isBlank()) {
			return "is empty; write a condition such as 'loss < 0.1'";
		}
		int index = index(issue, text);
		String before = words(text.substring(0, index)).reduce("", (_, next) -> next);
		return words(text.substring(index)).findFirst()
			.map((found) -> "cannot be read at %s, '%s'%s".formatted(Position.of(text, index), found,
					advice(found, before)))
			.orElse("is not complete: something is missing at %s, after '%s'".formatted(Position.of(text, index),
					before));
	}

	private static Stream<String> words(String text) {
		return WORD.matcher(text).results().map(MatchResult::group);
	}

	/** Where in the text the parser stumbled. */
	private static int index(CelIssue issue, String text) {
		var location = issue.getSourceLocation();
		int start = 0;
		for (int line = 1; line < location.getLine(); line++) {
			start = text.indexOf('\n', start) + 1;
		}
		int left = text.codePointCount(start, text.length());
		return text.offsetByCodePoints(start, Math.clamp(location.getColumn(), 0, left));
	}

	private static String advice(String found, String before) {
		return Stream.of(found, before)
			.filter(MEANT::containsKey)
			.findFirst()
			.map((foreign) -> "; for '" + foreign + "' write " + MEANT.get(foreign))
			.orElse("");
	}

}
