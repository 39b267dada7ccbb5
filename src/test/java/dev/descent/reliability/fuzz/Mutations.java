package dev.descent.reliability.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Damages what was right. */
final class Mutations {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private final Dice dice;

	private final Nastiness nastiness;

	Mutations(Dice dice, Nastiness nastiness) {
		this.dice = dice;
		this.nastiness = nastiness;
	}

	/** Exchanges, renames, removes or adds some fields and elements. */
	JsonNode json(JsonNode body) {
		var mutated = body.deepCopy();
		for (int i = dice.of(1, 1, 1, 2, 5); i > 0; i--) {
			mutateOne(mutated);
		}
		return mutated;
	}

	private void mutateOne(JsonNode body) {
		var containers = new ArrayList<JsonNode>();
		collect(body, containers);
		if (containers.isEmpty()) {
			return;
		}
		switch (dice.of(containers)) {
			case ObjectNode object when !object.isEmpty() -> mutate(object, containers);
			case ObjectNode object -> object.set(dice.of("type", "x", "", "seed", "name"), other(containers));
			case ArrayNode array when !array.isEmpty() -> {
				int at = dice.below(array.size());
				switch (dice.below(4)) {
					case 0 -> array.remove(at);
					case 1 -> array.insert(at, array.get(at).deepCopy());
					default -> array.set(at, other(containers));
				}
			}
			case ArrayNode array -> array.add(other(containers));
			default -> {
			}
		}
	}

	private void mutate(ObjectNode object, List<JsonNode> containers) {
		String name = dice.of(List.copyOf(object.propertyNames()));
		switch (dice.below(5)) {
			case 0 -> object.remove(name);
			case 1 -> object.set(misspelt(name), object.remove(name));
			case 2 -> object.set(misspelt(name), other(containers));
			default -> object.set(name, other(containers));
		}
	}

	private static void collect(JsonNode node, List<JsonNode> containers) {
		if (node.isContainer()) {
			containers.add(node);
			node.valueStream().forEach((child) -> collect(child, containers));
		}
	}

	private JsonNode other(List<JsonNode> containers) {
		return switch (dice.below(12)) {
			case 0 -> JSON.nullNode();
			case 1 -> JSON.booleanNode(dice.chance(0.5));
			case 2 -> JSON.numberNode(dice.below(100) - 10);
			case 3 -> JSON.numberNode(dice.between(-2, 2));
			case 4 -> JSON.stringNode("5");
			case 5 -> JSON.objectNode();
			case 6 -> JSON.arrayNode();
			case 7 -> JSON.arrayNode().add(JSON.nullNode());
			case 8 -> JSON.objectNode().put("type", dice.of("adam", "moons", "step", "relu", "", "stored", "inline"));
			case 9 -> dice.of(containers).deepCopy();
			default -> JSON.stringNode(nastiness.text());
		};
	}

	String misspelt(String name) {
		if (name.isEmpty()) {
			return "x";
		}
		int at = dice.below(name.length());
		return switch (dice.below(5)) {
			case 0 -> name.substring(0, at) + name.substring(at + 1);
			case 1 -> name + name.charAt(at);
			case 2 -> name.toUpperCase(Locale.ROOT);
			case 3 -> name.substring(0, at) + " " + name.substring(at);
			default -> name + ".";
		};
	}

	/** Damages the bytes of a body, whatever it is. */
	byte[] bytes(byte[] body) {
		String text = new String(body, StandardCharsets.UTF_8);
		return switch (dice.below(10)) {
			case 0 -> Arrays.copyOf(body, dice.below(body.length + 1));
			case 1 -> flipped(body);
			case 2 -> text.getBytes(StandardCharsets.UTF_16);
			case 3 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
			case 4 -> text.replaceFirst("\\{", "{\"seed\": 1, \"seed\": 2, ").getBytes(StandardCharsets.UTF_8);
			case 5 -> (text + text).getBytes(StandardCharsets.UTF_8);
			case 6 -> text.replace('"', '\'').getBytes(StandardCharsets.UTF_8);
			case 7 -> text
				.replaceFirst("\\d+", dice.of("NaN", "1e999", "-1e999", "0x10", "1_000", "01", ".5", "+1",
						"9".repeat(400), "1e-999", "Infinity", "1." + "0".repeat(500)))
				.getBytes(StandardCharsets.UTF_8);
			case 8 -> new byte[0];
			default -> (text + dice.of("]", "}", "//", "\u0000", ",", " 1")).getBytes(StandardCharsets.UTF_8);
		};
	}

	private byte[] flipped(byte[] body) {
		byte[] flipped = body.clone();
		for (int i = 0; i < 3 && flipped.length > 0; i++) {
			flipped[dice.below(flipped.length)] = (byte) dice.below(256);
		}
		return flipped;
	}

}
