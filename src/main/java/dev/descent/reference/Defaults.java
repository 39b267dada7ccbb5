package dev.descent.reference;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What records fill in by themselves, read off instances made of nothing. */
public record Defaults(JsonMapper mapper) {

	/** The smallest object that means a variant. */
	public ObjectNode nothing(Variant variant) {
		var nothing = mapper.createObjectNode();
		String name = variant.name();
		return (name != null) ? nothing.put("type", name) : nothing;
	}

	/** What a record makes of an object. */
	public Object read(Variant variant, ObjectNode object) {
		return mapper.treeToValue(object, variant.type());
	}

	/** The object with everything that was not given filled in. */
	public JsonNode filled(Variant variant, ObjectNode object) {
		return mapper.valueToTree(read(variant, object));
	}

}
