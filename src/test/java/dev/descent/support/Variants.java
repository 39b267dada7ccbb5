package dev.descent.support;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The members of the families that a request can choose from. */
public final class Variants {

	/** Reads specifications as the service does, as far as names go. */
	public static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private Variants() {
	}

	/** Every member with its defaults. */
	public static <T> List<T> of(Class<T> family) {
		return names(family).map((name) -> named(family, name)).toList();
	}

	/** The member of this name with its defaults. */
	public static <T> T named(Class<T> family, String name) {
		return MAPPER.treeToValue(JsonNodeFactory.instance.objectNode().put("type", name), family);
	}

	/** The name of a member. */
	public static String name(Object member) {
		return member.getClass().getAnnotation(JsonTypeName.class).value();
	}

	private static Stream<String> names(Class<?> family) {
		return family.isSealed() ? Arrays.stream(family.getPermittedSubclasses()).flatMap(Variants::names)
				: Stream.of(family.getAnnotation(JsonTypeName.class).value());
	}

}
