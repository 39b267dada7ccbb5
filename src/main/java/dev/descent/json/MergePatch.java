package dev.descent.json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Merge Patch (RFC 7396), with one addition: an object that the patch gives another
 * {@code type} is replaced, since the fields of one variant mean nothing to another.
 */
public final class MergePatch {

	private static final String VARIANT = "type";

	private MergePatch() {
	}

	/**
	 * What becomes of a value; neither argument is changed.
	 * @param patch null takes a field away
	 */
	public static JsonNode apply(JsonNode target, JsonNode patch) {
		if (!(patch instanceof ObjectNode changes)) {
			return patch;
		}
		var merged = (target instanceof ObjectNode object && !isOtherVariant(object, changes)) ? object.deepCopy()
				: JsonNodeFactory.instance.objectNode();
		for (var change : changes.properties()) {
			if (change.getValue().isNull()) {
				merged.remove(change.getKey());
			}
			else {
				merged.set(change.getKey(), apply(merged.path(change.getKey()), change.getValue()));
			}
		}
		return merged;
	}

	/** The patch that makes one value of another; neither is changed. */
	public static JsonNode between(JsonNode from, JsonNode to) {
		if (!(from instanceof ObjectNode before) || !(to instanceof ObjectNode after)
				|| isOtherVariant(before, after)) {
			return to;
		}
		var patch = JsonNodeFactory.instance.objectNode();
		before.propertyNames().stream().filter((name) -> !after.has(name)).forEach(patch::putNull);
		after.properties()
			.stream()
			.filter((field) -> !field.getValue().equals(before.path(field.getKey())))
			.forEach((field) -> patch.set(field.getKey(), between(before.path(field.getKey()), field.getValue())));
		return patch;
	}

	private static boolean isOtherVariant(ObjectNode target, ObjectNode changes) {
		return changes.has(VARIANT) && !changes.path(VARIANT).equals(target.path(VARIANT));
	}

}
