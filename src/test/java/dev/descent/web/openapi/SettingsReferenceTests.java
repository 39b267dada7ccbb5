package dev.descent.web.openapi;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.descent.support.GeneratedDocs;
import dev.descent.web.openapi.SettingsMetadata.Setting;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Operators read what the records say that hold the settings. */
class SettingsReferenceTests {

	private final SettingsMetadata metadata = SettingsMetadata.read();

	@Test
	void everySettingIsExplained() {
		assertThat(metadata.settings()).hasSizeGreaterThan(25)
			.containsKeys("descent.kernels", "descent.limits.active-jobs", "descent.cors.allowed-origins");
		assertThat(metadata.settings().values())
			.allSatisfy((setting) -> assertThat(setting.meaning()).as(setting.name()).isNotBlank());
	}

	@Test
	void theOperatorsPageListsThemAll() {
		GeneratedDocs.assertPart("operations.md", "settings",
				GeneratedDocs.table(Stream.concat(Stream.of(List.of("property", "default", "meaning")),
						metadata.settings().values().stream().map(SettingsReferenceTests::row))));
	}

	private static List<String> row(Setting setting) {
		var defaultValue = setting.defaultValue();
		return List.of("`" + setting.name() + "`", (defaultValue != null) ? "`" + defaultValue + "`" : "none",
				Objects.requireNonNull(setting.meaning()));
	}

	@Test
	void theApiSaysTheSameInSentences() {
		assertThat(new Setting("a", "1s", "how long {@code a} is").sentence()).isEqualTo("How long {@code a} is.");
		assertThat(Objects.requireNonNull(metadata.settings().get("descent.limits.streams")).sentence())
			.isEqualTo("Event streams open at the same time; more are answered 503 with `Retry-After`.");
	}

}
