package dev.descent.reliability.parser;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** The examples that fuzzing begins with, and those that it found something with. */
class ParserTests {

	/** Says in time that something hangs; nothing is measured with it. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@ParameterizedTest
	@EnumSource
	void readsOrRefusesWhateverComes(Parser parser) throws Exception {
		var reading = parser.reading();
		assertThat(parser.seeds()).isNotEmpty();
		for (String seed : parser.seeds()) {
			assertTimeoutPreemptively(PATIENCE, () -> reading.read(seed), seed);
		}
	}

}
