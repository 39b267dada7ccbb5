package dev.descent.reference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** A record that parses an object of a request. */
public record Variant(Class<?> type) {

	/** The records at the leaves of a sealed type; a record by itself. */
	public static List<Variant> of(Class<?> type) {
		return leaves(type).map(Variant::new).toList();
	}

	private static Stream<Class<?>> leaves(Class<?> type) {
		return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Variant::leaves)
				: Stream.of(type);
	}

	/** The value of {@code type} that means it; null for a record without a family. */
	public @Nullable String name() {
		var name = type.getAnnotation(JsonTypeName.class);
		return (name != null) ? name.value() : null;
	}

	public String description() {
		return Family.describe(type);
	}

	/** Its mathematics; null where there is none to tell. */
	public @Nullable Reference reference() {
		return type.getAnnotation(Reference.class);
	}

	public List<Parameter> parameters() {
		return Arrays.stream(type.getRecordComponents())
			.filter((component) -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
			.map(Parameter::new)
			.toList();
	}

}
