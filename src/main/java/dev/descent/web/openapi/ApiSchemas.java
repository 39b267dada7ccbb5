package dev.descent.web.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.descent.problem.Fault;
import dev.descent.reference.Abbreviable;
import dev.descent.reference.Defaults;
import dev.descent.reference.Variant;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * Completes the schemas that springdoc derives: families become {@code oneOf} with a
 * discriminator and flat variants, closed to unknown fields; {@code @Nullable} becomes
 * nullable; defaults are read off an instance made of nothing; settings are described as
 * operators read of them.
 */
@SuppressWarnings({ "rawtypes", "unchecked" }) // the model's own generics are raw
final class ApiSchemas {

	private static final String REFERENCE = "#/components/schemas/";

	private final ApiTypes types;

	private final JsonMapper mapper;

	private final ApiSettings settings;

	ApiSchemas(ApiTypes types, JsonMapper mapper) {
		this.types = types;
		this.mapper = mapper;
		this.settings = new ApiSettings(mapper);
	}

	void complete(Components components) {
		Map<String, Schema> schemas = components.getSchemas();
		schemas.putAll(ModelConverters.getInstance(true).read(Fault.class));
		types.all().forEach((name, type) -> {
			if (type.isSealed()) {
				schemas.put(name, family(type));
			}
			else {
				schemas.put(name, record(type, schemas.getOrDefault(name, new JsonSchema())));
			}
		});
		schemas.keySet().retainAll(types.all().keySet());
		schemas.values().forEach(ApiSchemas::lowerEnums);
	}

	static void completeParameters(Operation operation) {
		if (operation.getParameters() != null) {
			operation.getParameters().forEach((parameter) -> lowerEnums(parameter.getSchema()));
		}
	}

	/** The schema of a body: a family is referred to, not spelt out. */
	static void completeBody(Operation operation, HandlerMethod method) {
		Arrays.stream(method.getMethodParameters())
			.filter((parameter) -> parameter.hasParameterAnnotation(RequestBody.class))
			.map(MethodParameter::getParameterType)
			.filter(Class::isSealed)
			.forEach((family) -> operation.getRequestBody()
				.getContent()
				.computeIfPresent("application/json", (_, media) -> media.schema(reference(family))));
	}

	private static Schema family(Class<?> type) {
		var family = new JsonSchema();
		var discriminator = new Discriminator().propertyName("type");
		Variant.of(type).forEach((variant) -> {
			family.addOneOfItem(reference(variant.type()));
			discriminator.mapping(variant.name(), REFERENCE + ApiTypes.schemaName(variant.type()));
		});
		if (type.isAnnotationPresent(Abbreviable.class)) {
			var name = string();
			name.setEnum(Variant.of(type).stream().map(Variant::name).toList());
			name.setDescription("The name alone, for the defaults.");
			family.getOneOf().addFirst(name);
		}
		else {
			family.setDiscriminator(discriminator);
		}
		family.setDescription(type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class).description());
		return family;
	}

	private Schema record(Class<?> type, Schema derived) {
		var properties = new LinkedHashMap<String, Schema>();
		var required = new ArrayList<String>();
		var variant = new Variant(type);
		if (variant.name() != null) {
			var constant = string();
			constant.setConst(variant.name());
			constant.setDescription("Which variant this is.");
			properties.put("type", constant);
			required.add("type");
		}
		Map<String, Schema> derivedProperties = ownProperties(derived);
		boolean isRequest = types.requests().containsKey(ApiTypes.schemaName(type));
		for (var parameter : variant.parameters()) {
			var property = derivedProperties.getOrDefault(parameter.name(), new JsonSchema());
			boolean nullable = parameter.isNullable();
			properties.put(parameter.name(), property(parameter.type(), property, nullable));
			if (!isRequest && parameter.holdsNulls() && property.getItems() != null) {
				property.setItems(orNull(property.getItems()));
			}
			if (!isRequest) {
				allowNulls(parameter.type(), property);
			}
			if (!isRequest && !(nullable && omitsNull(type))) {
				required.add(parameter.name());
			}
		}
		if (isRequest) {
			required.addAll(ownRequired(derived));
		}
		var flat = object();
		flat.setDescription(derived.getDescription());
		flat.setProperties(properties);
		flat.setRequired(required.isEmpty() ? null : required.stream().distinct().toList());
		settings.complete(type, flat);
		if (isRequest) {
			flat.setAdditionalProperties(false);
			var defaults = defaults(variant);
			properties.forEach((name, property) -> {
				if (defaults.containsKey(name)) {
					property.setDefault(defaults.get(name));
				}
			});
		}
		return flat;
	}

	/**
	 * What springdoc derived for a record: a schema, or a list of its family's and its
	 * own.
	 */
	private static List<Schema> parts(Schema derived) {
		return (derived.getAllOf() != null) ? derived.getAllOf() : List.of(derived);
	}

	private static Map<String, Schema> ownProperties(Schema derived) {
		var properties = new LinkedHashMap<String, Schema>();
		parts(derived).stream()
			.map(Schema::getProperties)
			.filter(Objects::nonNull)
			.forEach((own) -> properties.putAll((Map<String, Schema>) own));
		return properties;
	}

	private static List<String> ownRequired(Schema derived) {
		return Stream.concat(Stream.of(derived), parts(derived).stream())
			.map(Schema::getRequired)
			.filter(Objects::nonNull)
			.flatMap((required) -> ((List<String>) required).stream())
			.toList();
	}

	private Schema property(Class<?> type, Schema derived, boolean nullable) {
		if (types.all().containsValue(type)) {
			Schema reference = nullable ? orNull(reference(type)) : reference(type);
			reference.setDescription(derived.getDescription());
			return reference;
		}
		return (nullable && derived.getTypes() != null) ? orNull(derived) : derived;
	}

	/** Arrays of numbers are written with null for each that is not finite. */
	private static void allowNulls(Class<?> array, Schema schema) {
		if (array == double[].class && schema.getItems() != null) {
			schema.setItems(orNull(schema.getItems()));
		}
		else if (array.isArray() && schema.getItems() != null) {
			allowNulls(array.componentType(), schema.getItems());
		}
	}

	/** What a schema allows, or null. */
	private static Schema orNull(Schema schema) {
		if (isOpen(schema)) {
			return schema;
		}
		if (schema.getTypes() == null) {
			return new JsonSchema().oneOf(List.of(schema, nothing()));
		}
		var typesOrNull = new LinkedHashSet<String>(schema.getTypes());
		typesOrNull.add("null");
		schema.setTypes(typesOrNull);
		if (schema.getEnum() != null) {
			schema.getEnum().add(null);
		}
		return schema;
	}

	/** Whether it allows everything. */
	private static boolean isOpen(Schema schema) {
		return schema.getTypes() == null && schema.get$ref() == null && schema.getOneOf() == null;
	}

	/**
	 * What a record fills in by itself, if it can be made of nothing. Objects say their
	 * own defaults; lists of them are left out, for generators of clients cannot take
	 * them.
	 */
	private Map<String, Object> defaults(Variant variant) {
		var known = new Defaults(mapper);
		var filled = known.filled(variant, known.nothing(variant));
		var defaults = new LinkedHashMap<String, Object>();
		for (var parameter : variant.parameters()) {
			var value = filled.path(parameter.name());
			boolean holdsObjects = !value.isEmpty() && (value.isObject() || value.path(0).isObject());
			if (!value.isNull() && !value.isMissingNode() && !holdsObjects) {
				defaults.put(parameter.name(), mapper.treeToValue(value, Object.class));
			}
		}
		return defaults;
	}

	private static boolean omitsNull(Class<?> type) {
		var include = type.getAnnotation(JsonInclude.class);
		return include != null && include.value() == JsonInclude.Include.NON_NULL;
	}

	private static void lowerEnums(@Nullable Schema schema) {
		if (schema == null) {
			return;
		}
		if (schema.getEnum() != null) {
			schema.setEnum(schema.getEnum()
				.stream()
				.map((value) -> (value != null) ? spelling(value.toString()) : null)
				.toList());
		}
		lowerEnums(schema.getItems());
		if (schema.getProperties() != null) {
			schema.getProperties().values().forEach((property) -> lowerEnums((Schema) property));
		}
	}

	/** A constant of ours is written in small letters; all else stands as it is. */
	private static String spelling(String value) {
		String small = value.toLowerCase(Locale.ROOT);
		return value.equals(value.toUpperCase(Locale.ROOT)) ? small : value;
	}

	private static Schema reference(Class<?> type) {
		var reference = new JsonSchema();
		reference.set$ref(REFERENCE + ApiTypes.schemaName(type));
		return reference;
	}

	private static Schema nothing() {
		return typed("null");
	}

	private static Schema string() {
		return typed("string");
	}

	private static Schema object() {
		return typed("object");
	}

	private static Schema typed(String... names) {
		var schema = new JsonSchema();
		schema.setTypes(new LinkedHashSet<>(Arrays.asList(names)));
		return schema;
	}

}
