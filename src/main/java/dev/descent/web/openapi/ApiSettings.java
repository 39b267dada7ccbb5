package dev.descent.web.openapi;

import java.util.Locale;
import java.util.Set;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Completes the schemas of settings that the API shows: they are described as in the
 * reference for operators, and their defaults are the examples.
 */
@SuppressWarnings({ "rawtypes", "unchecked" }) // the model's own generics are raw
final class ApiSettings {

	private final JsonMapper mapper;

	ApiSettings(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/** Does nothing for a type that holds no settings. */
	void complete(Class<?> type, Schema schema) {
		var annotation = type.getAnnotation(ConfigurationProperties.class);
		if (annotation != null) {
			complete(annotation.value(), type, schema);
		}
	}

	private void complete(String prefix, Class<?> type, Schema<?> schema) {
		var settings = SettingsMetadata.read().settings();
		JsonNode defaults = mapper.valueToTree(new Binder().bindOrCreate(prefix, type));
		schema.getProperties().replaceAll((name, derived) -> {
			var value = defaults.path(name);
			boolean isPlain = derived.getTypes() != null && derived.getTypes().contains("integer");
			var property = isPlain ? derived : typed(value);
			property.setExample(mapper.treeToValue(value, Object.class));
			var setting = settings.get(prefix + "." + dashed(name));
			if (setting != null) {
				property.setDescription(setting.sentence());
			}
			return property;
		});
	}

	private static String dashed(String name) {
		return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	/** Sizes are written as numbers of bytes, durations as text. */
	private static Schema typed(JsonNode value) {
		var schema = new JsonSchema();
		schema.setTypes(Set.of(value.isString() ? "string" : "integer"));
		schema.setFormat(value.isString() ? null : "int64");
		return schema;
	}

}
