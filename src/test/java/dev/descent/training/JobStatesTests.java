package dev.descent.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The page about the states says what the code does. */
class JobStatesTests {

	@Test
	void thePictureHasEveryTransitionAndNoOther() throws IOException {
		var expected = Stream.concat(Stream.of("[*] --> queued"),
				Arrays.stream(JobState.values())
					.flatMap((state) -> state.isFinal() ? Stream.of(state.jsonName() + " --> [*]")
							: state.next().stream().map((next) -> state.jsonName() + " --> " + next.jsonName())));
		assertThat(page().lines().map(String::strip).filter((line) -> line.contains("-->")))
			.containsExactlyInAnyOrderElementsOf(expected.toList());
	}

	@ParameterizedTest
	@EnumSource
	void theTableSaysWhereAVerbIsAllowed(Verb verb) throws IOException {
		String name = verb.name().toLowerCase(Locale.ROOT).replace('_', ' ');
		String states = verb.states().stream().map(JobState::jsonName).collect(Collectors.joining(", "));
		assertThat(page().lines().filter((line) -> line.startsWith("| " + name + " |"))).singleElement()
			.asString()
			.containsPattern("\\| " + states + "[;\\s]");
	}

	private static String page() throws IOException {
		return Files.readString(Path.of("docs/job-states.md"));
	}

}
