package dev.descent.race;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Gives variants names that say what they change. */
final class VariantNames {

	private static final int LONGEST = 100;

	private final Map<String, Integer> taken = new HashMap<>();

	/** This name, or one like it if it is taken. */
	String unique(String name) {
		String fitting = (name.length() > LONGEST) ? name.substring(0, LONGEST - 1) + "…" : name;
		int count = taken.merge(fitting, 1, Integer::sum);
		return (count == 1) ? fitting : unique(fitting + " (" + count + ")");
	}

	/** What a merge patch changes, such as "adam batchSize=16"; "base" if nothing. */
	static String of(Map<String, @Nullable Object> patch) {
		var parts = new ArrayList<String>();
		patch.forEach((field, value) -> describe(field, value, parts));
		return parts.isEmpty() ? "base" : String.join(" ", parts);
	}

	/** What a value on an axis changes. */
	static String of(String field, @Nullable Object value) {
		var parts = new ArrayList<String>();
		describe(field.substring(field.lastIndexOf('.') + 1), value, parts);
		return String.join(" ", parts);
	}

	private static void describe(String field, @Nullable Object value, List<String> parts) {
		if (!(value instanceof Map<?, ?> object)) {
			parts.add(field + "=" + ((value instanceof List<?> list) ? brief(list) : value));
			return;
		}
		if (object.get("type") instanceof String type) {
			parts.add(type);
		}
		object.forEach((inner, changed) -> {
			if (!inner.equals("type")) {
				describe(String.valueOf(inner), changed, parts);
			}
		});
		if (object.isEmpty()) {
			parts.add(field);
		}
	}

	/** A list of layers as their units, 8-8; any other as it is. */
	private static String brief(List<?> list) {
		var parts = new ArrayList<String>();
		for (var element : list) {
			if (!(element instanceof Map<?, ?> layer) || layer.get("units") == null) {
				return list.toString();
			}
			parts.add(String.valueOf(layer.get("units")));
		}
		return parts.isEmpty() ? list.toString() : String.join("-", parts);
	}

}
