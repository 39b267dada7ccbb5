package dev.descent.web.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the settings mean, in the words of the {@code @param} tags of the records that
 * hold them, which the build keeps beside the classes.
 */
final class SettingsMetadata {

	private static final String FILE = "/META-INF/spring-configuration-metadata.json";

	private final Map<String, Setting> settings = new LinkedHashMap<>();

	/**
	 * A setting.
	 *
	 * @param name of the property
	 * @param defaultValue as an operator writes it; null if there is none
	 * @param meaning in Markdown; null if nothing is said
	 */
	record Setting(String name, @Nullable String defaultValue, @Nullable String meaning) {

		static Setting of(JsonNode property) {
			var value = property.path("defaultValue");
			var said = property.path("description").asStringOpt();
			return new Setting(property.path("name").asString(), value.isMissingNode() ? null : written(value),
					said.map((text) -> text.replaceAll("\\{@code ([^}]*)}", "`$1`")).orElse(null));
		}

		/** Lists stand in brackets there, and without them in a setting. */
		private static String written(JsonNode value) {
			return value.asString().replaceAll("^\\[|]$", "").replace(", ", ",");
		}

		/** The meaning as a sentence. */
		@Nullable String sentence() {
			return (meaning != null) ? Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1) + "." : null;
		}

	}

	private SettingsMetadata() {
	}

	/** Empty if the build did not keep it. */
	static SettingsMetadata read() {
		var metadata = new SettingsMetadata();
		try (var stream = SettingsMetadata.class.getResourceAsStream(FILE)) {
			if (stream != null) {
				JsonMapper.shared()
					.readTree(stream)
					.path("properties")
					.valueStream()
					.map(Setting::of)
					.forEach((setting) -> metadata.settings.put(setting.name(), setting));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return metadata;
	}

	/** All settings, by the names of their properties. */
	Map<String, Setting> settings() {
		return settings;
	}

}
