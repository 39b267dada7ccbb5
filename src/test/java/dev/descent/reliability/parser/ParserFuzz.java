package dev.descent.reliability.parser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What Jazzer calls, in a JVM of its own. */
public final class ParserFuzz {

	private static final char FIRST = 'A';

	private static Reading[] readings = {};

	private ParserFuzz() {
	}

	/** How a text for one of several parsers is written: its letter, then the text. */
	static String input(int parser, String text) {
		return (char) (FIRST + parser) + text;
	}

	/** Called once, with the names of the parsers. */
	public static void fuzzerInitialize(String[] parsers) {
		readings = Arrays.stream(parsers).map((name) -> Parser.valueOf(name).reading()).toArray(Reading[]::new);
	}

	/** Called with everything that Jazzer thinks of. */
	public static void fuzzerTestOneInput(byte[] input) throws IOException {
		if (input.length > 0) {
			var reading = readings[Math.floorMod(input[0] - FIRST, readings.length)];
			reading.read(new String(input, 1, input.length - 1, StandardCharsets.UTF_8));
		}
	}

}
