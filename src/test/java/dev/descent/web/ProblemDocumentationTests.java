package dev.descent.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemDocumentationTests {

	@ParameterizedTest
	@EnumSource(Problem.class)
	void everyKindOfProblemIsExplained(Problem problem) throws IOException {
		var type = problem.detail("").getType();
		assertThat(Files.readString(Path.of("docs/problems.md")))
			.contains("| `" + type + "` | " + problem.status().value() + " | ");
	}

}
