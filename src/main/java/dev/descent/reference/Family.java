package dev.descent.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What can stand at one place of a request: the variants of a sealed family, or a single
 * record.
 *
 * @param type the interface at the top of the family, or the record
 */
public record Family(Class<?> type) {

	/** The family that this type is, or is a part of. */
	public static Family of(Class<?> type) {
		return Arrays.stream(type.getInterfaces())
			.filter(Class::isSealed)
			.findFirst()
			.map(Family::of)
			.orElseGet(() -> new Family(type));
	}

	/** Its name in the API, such as {@code gradient_clipping}. */
	public String name() {
		return type.getSimpleName()
			.replaceFirst("Specification$", "")
			.replaceAll("(?<=[a-z])(?=[A-Z])", "_")
			.toLowerCase(Locale.ROOT);
	}

	public String description() {
		return describe(type);
	}

	/** Whether a member may be asked for by its name alone. */
	public boolean isAbbreviable() {
		return type.isAnnotationPresent(Abbreviable.class);
	}

	/** Its records, in the order in which the family names them. */
	public List<Variant> variants() {
		return Variant.of(type);
	}

	static String describe(Class<?> type) {
		var schema = type.getAnnotation(Schema.class);
		return (schema != null) ? schema.description() : "";
	}

}
