package dev.descent.catalog;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a value is written in JSON. */
public enum Kind {

	NUMBER, INTEGER, BOOLEAN, STRING, ARRAY, OBJECT,

	/** A number, a string or a boolean. */
	ANY;

	static Kind of(Class<?> type) {
		if (type == Double.class) {
			return NUMBER;
		}
		if (type == Integer.class || type == Long.class) {
			return INTEGER;
		}
		if (type == Boolean.class) {
			return BOOLEAN;
		}
		if (type == String.class || type == Duration.class || type.isEnum() || isIdentifier(type)) {
			return STRING;
		}
		if (Collection.class.isAssignableFrom(type)) {
			return ARRAY;
		}
		if (type.isRecord() || type.isSealed() || Map.class.isAssignableFrom(type)) {
			return OBJECT;
		}
		if (type == Object.class) {
			return ANY;
		}
		throw new IllegalArgumentException(type + " has no form in JSON");
	}

	private static boolean isIdentifier(Class<?> type) {
		return type.isRecord() && Arrays.stream(type.getRecordComponents())
			.anyMatch((component) -> component.getAccessor().isAnnotationPresent(JsonValue.class));
	}

}
