package dev.descent.reliability.fuzz;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values that a schema describes, and values at the edge of what it allows or just
 * beyond.
 */
final class SchemaValues {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final int DEEPEST = 6;

	private static final int MOST_ELEMENTS = 3;

	/** Longer texts and lists are as good as these. */
	private static final int LONGEST = 12_000;

	private static final List<JsonNode> ODD_NUMBERS = List.of(JSON.numberNode(0), JSON.numberNode(-0.0),
			JSON.numberNode(-1), JSON.numberNode(1), JSON.numberNode(0.5), JSON.numberNode(Integer.MAX_VALUE),
			JSON.numberNode(Integer.MIN_VALUE), JSON.numberNode(1L << 31), JSON.numberNode(Long.MAX_VALUE),
			JSON.numberNode(Long.MIN_VALUE), JSON.numberNode(Double.MIN_VALUE), JSON.numberNode(Double.MAX_VALUE),
			JSON.numberNode(-Double.MAX_VALUE), JSON.numberNode(new BigDecimal("1e400")),
			JSON.numberNode(new BigDecimal("9223372036854775808")),
			JSON.numberNode(new BigDecimal("1.0000000000000001")), JSON.numberNode(1e100), JSON.numberNode(1e-300),
			JSON.numberNode(1e15));

	private final Contract contract;

	private final Dice dice;

	/** How often a value is at or beyond an edge. */
	private double edges;

	SchemaValues(Contract contract, Dice dice) {
		this.contract = contract;
		this.dice = dice;
	}

	/** A value that the schema allows, as far as it says. */
	JsonNode valid(JsonNode schema) {
		edges = 0;
		return value(schema, 0);
	}

	/** A value of which some pieces may be at an edge or beyond. */
	JsonNode boundary(JsonNode schema) {
		edges = dice.of(0.03, 0.1, 0.5);
		return value(schema, 0);
	}

	private JsonNode value(JsonNode given, int depth) {
		var schema = contract.resolve(given);
		if (schema.has("const")) {
			return schema.path("const");
		}
		if (schema.has("oneOf")) {
			return value(dice.of(schema.path("oneOf").valueStream().toList()), depth);
		}
		if (dice.chance(edges)) {
			return edge(schema, depth);
		}
		if (schema.has("enum")) {
			return dice.of(schema.path("enum").valueStream().toList());
		}
		if (schema.has("example") && dice.chance(0.3)) {
			return schema.path("example");
		}
		return switch (type(schema)) {
			case "object" -> object(schema, depth);
			case "array" -> array(schema, depth, elements(schema));
			case "integer" -> JSON.numberNode(Math.round(number(schema)));
			case "number" -> JSON.numberNode(number(schema));
			case "boolean" -> JSON.booleanNode(dice.chance(0.5));
			case "null" -> JSON.nullNode();
			default -> JSON.stringNode(text(schema));
		};
	}

	private String type(JsonNode schema) {
		var type = schema.path("type");
		if (type.isArray()) {
			return dice.of(type.valueStream().map(JsonNode::asString).toList());
		}
		return schema.has("properties") ? "object" : type.asString("string");
	}

	private ObjectNode object(JsonNode schema, int depth) {
		var object = JSON.objectNode();
		var required = schema.path("required").valueStream().map(JsonNode::asString).toList();
		double share = (depth >= DEEPEST) ? 0 : dice.of(0.1, 0.3, 0.6);
		schema.path("properties").properties().forEach((field) -> {
			if (required.contains(field.getKey()) || field.getValue().has("const") || isType(field.getValue())
					|| dice.chance(share)) {
				object.set(field.getKey(), value(field.getValue(), depth + 1));
			}
		});
		return object;
	}

	private static boolean isType(JsonNode field) {
		return field.path("enum").size() == 1;
	}

	private int elements(JsonNode schema) {
		int least = schema.path("minItems").asInt(0);
		return least + dice.below(Math.max(1, Math.min(MOST_ELEMENTS, schema.path("maxItems").asInt(3) - least) + 1));
	}

	private ArrayNode array(JsonNode schema, int depth, int size) {
		var array = JSON.arrayNode();
		for (int i = 0; i < size; i++) {
			array.add(value(schema.path("items"), depth + 1));
		}
		return array;
	}

	private double number(JsonNode schema) {
		double low = schema.path("minimum").asDouble(schema.path("exclusiveMinimum").asDouble(-10));
		double high = schema.path("maximum").asDouble(schema.path("exclusiveMaximum").asDouble(100));
		if (dice.chance(0.6)) {
			high = Math.min(high, Math.max(low, 0) + dice.of(1, 10, 50));
		}
		return (low > 0 && dice.chance(0.5)) ? low * Math.pow(high / low, dice.between(0, 1)) : dice.between(low, high);
	}

	private String text(JsonNode schema) {
		String example = schema.path("example").asString("");
		return dice.chance(0.7) && !example.isEmpty() ? example
				: dice.of("x1", "x2", "x1^2", "sin(x1)", "x1*x2", "moons", "adam", "0.0.0", "1", "a", "PT1S",
						"loss < 0.1", "optimizer.learningRate", "epoch > 3 || loss > 2 * min_loss", "training");
	}

	private JsonNode edge(JsonNode schema, int depth) {
		var edges = new ArrayList<JsonNode>();
		edges.add(JSON.nullNode());
		switch (type(schema)) {
			case "integer", "number" -> {
				for (String bound : List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")) {
					if (schema.has(bound)) {
						addAround(schema.path(bound), edges);
						addAround(schema.path(bound), edges);
					}
				}
				edges.addAll(ODD_NUMBERS);
			}
			case "array" -> {
				edges.add(JSON.arrayNode());
				edges.add(array(schema, depth, Math.max(0, schema.path("minItems").asInt(1) - 1)));
				int most = schema.path("maxItems").asInt(100);
				if (depth < 3 && most <= 1000) {
					edges.add(repeated(schema, depth, most + dice.of(0, 1)));
				}
			}
			case "object" -> edges.add(JSON.objectNode());
			case "boolean" -> edges.add(JSON.stringNode("true"));
			default -> {
				edges.add(JSON.stringNode(""));
				edges.add(JSON.stringNode(" "));
				int longest = Math.min(LONGEST, schema.path("maxLength").asInt(300));
				edges.add(JSON.stringNode("x".repeat(longest)));
				edges.add(JSON.stringNode("x".repeat(longest + 1)));
				edges.add(JSON.stringNode("\ud83d\ude00".repeat(longest / 2)));
			}
		}
		return dice.of(edges);
	}

	private ArrayNode repeated(JsonNode schema, int depth, int size) {
		var element = value(schema.path("items"), depth + 1);
		var array = JSON.arrayNode();
		for (int i = 0; i < size; i++) {
			array.add(element);
		}
		return array;
	}

	private static void addAround(JsonNode bound, List<JsonNode> edges) {
		edges.add(bound);
		if (bound.isIntegralNumber() && bound.canConvertToLong()) {
			edges.add(JSON.numberNode(bound.asLong() - 1));
			edges.add(JSON.numberNode(bound.asLong() + 1));
		}
		else {
			edges.add(JSON.numberNode(Math.nextUp(bound.asDouble())));
			edges.add(JSON.numberNode(Math.nextDown(bound.asDouble())));
		}
	}

}
