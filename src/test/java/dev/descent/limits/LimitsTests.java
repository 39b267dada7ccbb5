package dev.descent.limits;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

import static org.assertj.core.api.Assertions.assertThat;

class LimitsTests {

	static Stream<Parameter> limits() {
		return Arrays.stream(Limits.class.getDeclaredConstructors()[0].getParameters());
	}

	@ParameterizedTest
	@MethodSource("limits")
	void theOperatorsPageNamesEveryLimitWithItsDefault(Parameter limit) throws IOException {
		String property = "descent.limits." + limit.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
		String defaultValue = limit.getAnnotation(DefaultValue.class).value()[0];
		assertThat(Files.readString(Path.of("docs/operations.md")))
			.contains("| `" + property + "` | `" + defaultValue + "` |");
	}

}
