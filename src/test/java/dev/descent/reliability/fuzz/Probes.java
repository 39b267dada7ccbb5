package dev.descent.reliability.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.descent.reliability.fuzz.Probe.Framing;
import dev.descent.reliability.fuzz.Probe.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes requests for an operation. */
final class Probes {

	private final Dice dice;

	private final World world;

	private final SchemaValues values;

	private final Nastiness nastiness;

	private final Mutations mutations;

	Probes(Contract contract, World world, Dice dice) {
		this.dice = dice;
		this.world = world;
		this.values = new SchemaValues(contract, dice);
		this.nastiness = new Nastiness(dice);
		this.mutations = new Mutations(dice, nastiness);
	}

	/** As plain as it can be; it succeeds. */
	Probe plain(Operation operation) {
		String query = operation.isBulk() ? "?state=diverged" : "";
		var type = operation.bodyTypes().stream().filter("application/json"::equals).findFirst().orElse(null);
		return probe(operation, path(operation, true) + query, type,
				(type != null) ? bytes(plainBody(operation, type)) : null);
	}

	Probe of(Operation operation, Kind kind) {
		return switch (kind) {
			case VALID -> valid(operation);
			case BOUNDARY -> boundary(operation);
			case MUTATED -> mutated(operation);
			case HOSTILE -> hostile(operation);
		};
	}

	private Probe valid(Operation operation) {
		var query = query(operation, false);
		String type = operation.bodyTypes().isEmpty() ? null : dice.of(operation.bodyTypes());
		var probe = probe(operation, path(operation) + written(query), type, validBody(operation, type));
		return dice.chance(0.3) ? accepting(probe, operation) : probe;
	}

	private Probe boundary(Operation operation) {
		var query = query(operation, true);
		String type = operation.bodyTypes().isEmpty() ? null : dice.of(operation.bodyTypes());
		byte[] body = validBody(operation, type);
		if (type != null && type.endsWith("json")) {
			var schema = operation.body(type).path("schema");
			body = bytes(values.boundary(schema));
			if (dice.chance(0.5) && values.valid(schema) instanceof ObjectNode small) {
				Thrift.apply(operation, small);
				edge(small, values.boundary(schema));
				body = bytes(small);
			}
		}
		String path = dice.chance(0.9) ? path(operation) : unknown(operation);
		return probe(operation, path + written(query), type, body);
	}

	/** Takes one field from another body. */
	private void edge(ObjectNode small, JsonNode other) {
		if (!other.isEmpty()) {
			String field = dice.of(List.copyOf(other.propertyNames()));
			small.set(field, other.path(field));
		}
	}

	private Probe mutated(Operation operation) {
		var query = query(operation, dice.chance(0.2));
		String type = operation.bodyTypes().isEmpty() ? null : dice.of(operation.bodyTypes());
		byte[] body = validBody(operation, type);
		if (body != null && type != null && dice.chance(0.7)) {
			body = (type.endsWith("json") && dice.chance(0.7)) ? bytes(mutations.json(json(operation, type)))
					: mutations.bytes(body);
		}
		else if (!query.isEmpty() || dice.chance(0.3)) {
			mutate(query, operation);
		}
		var probe = probe(operation, path(operation) + written(query), type, body);
		if (dice.chance(0.4)) {
			probe = withOther(probe, nastiness.header());
		}
		if (body != null && dice.chance(0.1)) {
			probe = probe.framed(Framing.CHUNKED);
		}
		return dice.chance(0.03) ? probe.astray(
				dice.of("PUT", "HEAD", "OPTIONS", "TRACE", "GET", "POST", "DELETE", "PATCH", "get", "PROPFIND", "X"),
				probe.target()) : probe;
	}

	private Probe hostile(Operation operation) {
		var query = query(operation, dice.chance(0.5));
		String type = operation.bodyTypes().isEmpty() ? null : dice.of(operation.bodyTypes());
		byte[] body = validBody(operation, type);
		String path = path(operation);
		switch (dice.below(9)) {
			case 0 -> {
				var names = operation.parameters("query").map((one) -> one.path("name").asString()).toList();
				query.add(new Pair(names.isEmpty() ? "x" : dice.of(names), nastiness.text()));
			}
			case 5 -> {
				return probe(operation, path, type, body).astray(operation.method(), nastiness.address());
			}
			case 1 -> {
				path = operation.path();
				for (var variable : operation.parameters("path").toList()) {
					String name = variable.path("name").asString();
					path = path.replace("{" + name + "}",
							dice.chance(0.5) ? encoded(nastiness.text()) : nastiness.addressPiece());
				}
				return probe(operation, path, type, body).astray(operation.method(), path + written(query));
			}
			case 2 -> {
				int at = dice.below(path.length());
				String tampered = path.substring(0, at) + nastiness.addressPiece()
						+ path.substring(dice.chance(0.5) ? at : path.length());
				return probe(operation, path, type, body).astray(operation.method(), tampered + written(query));
			}
			case 3 -> {
				String raw = written(query) + (query.isEmpty() ? "?" : "&")
						+ dice.of("x", "at", "name", "state", "label.a", "epoch") + "=" + nastiness.addressPiece();
				return probe(operation, path, type, body).astray(operation.method(), path + raw);
			}
			case 4 -> {
				return broken(probe(operation, path + written(query), type, body));
			}
			default -> {
				if (type != null) {
					body = dice.chance(0.5) ? nastiness.body() : bytes(poisoned(json(operation, type)));
				}
			}
		}
		var probe = probe(operation, path + written(query), type, body);
		return dice.chance(0.3) ? withOther(probe, nastiness.header()) : probe;
	}

	/**
	 * Something hostile in place of each of some texts, and of what becomes of numbers.
	 */
	private JsonNode poisoned(JsonNode body) {
		var poisoned = mutations.json(body);
		poison(poisoned);
		return poisoned;
	}

	private void poison(JsonNode node) {
		if (node instanceof ObjectNode object) {
			for (String name : List.copyOf(object.propertyNames())) {
				if (object.path(name).isString() && !name.equals("type") && dice.chance(0.3)) {
					object.put(name, nastiness.text());
				}
				poison(object.path(name));
			}
		}
		else {
			node.forEach(this::poison);
		}
	}

	private Probe broken(Probe probe) {
		var broken = switch (dice.below(4)) {
			case 0 -> withBody(probe).framed(Framing.SHORT);
			case 1 -> withBody(probe).framed(Framing.BROKEN_CHUNKS);
			default -> probe.with(nastiness.brokenHeader());
		};
		return broken.astray(probe.method(), probe.target());
	}

	private static Probe withBody(Probe probe) {
		return (probe.body() != null) ? probe : probe.withBody(new byte[] { '{' });
	}

	/** With a line of the head, in place of another of this name. */
	private static Probe withOther(Probe probe, Header header) {
		var rest = new ArrayList<>(probe.headers());
		rest.removeIf((old) -> old.name().equalsIgnoreCase(header.name()));
		rest.add(header);
		return new Probe(probe.method(), probe.target(), rest, probe.body(), probe.framing(), probe.operation());
	}

	private Probe accepting(Probe probe, Operation operation) {
		var types = operation.answerTypes();
		return types.isEmpty() ? probe : probe.with(new Header("Accept", dice.of(types)));
	}

	private Probe probe(Operation operation, String target, @Nullable String type, byte @Nullable [] body) {
		var headers = new ArrayList<Header>();
		if (type != null) {
			headers.add(new Header("Content-Type", type));
		}
		if (operation.has("header", "Prefer") && dice.chance(0.3)) {
			headers.add(new Header("Prefer", "wait=1"));
		}
		if (operation.has("header", "Idempotency-Key") && dice.chance(0.2)) {
			headers.add(new Header("Idempotency-Key", "key-" + dice.below(50)));
		}
		if (operation.has("header", "Last-Event-ID") && dice.chance(0.3)) {
			headers.add(new Header("Last-Event-ID", String.valueOf(dice.below(5))));
		}
		return new Probe(operation.method(), target, headers, body, Framing.LENGTH, operation);
	}

	private String path(Operation operation) {
		return path(operation, false);
	}

	private String path(Operation operation, boolean sure) {
		String path = operation.path();
		for (var variable : operation.parameters("path").toList()) {
			String name = variable.path("name").asString();
			path = path.replace("{" + name + "}", (sure || dice.chance(0.97)) ? world.variable(operation, name, sure)
					: encoded(variable.path("example").asString("example")));
		}
		return path;
	}

	private String unknown(Operation operation) {
		return operation.path()
			.replaceAll("\\{\\w+}", encoded(dice.of("none", "0", "x".repeat(300), " ", "null", "EXAMPLE")));
	}

	private byte @Nullable [] validBody(Operation operation, @Nullable String type) {
		if (type == null) {
			return null;
		}
		return type.equals("text/csv") ? csv() : bytes(json(operation, type));
	}

	private JsonNode plainBody(Operation operation, String type) {
		var examples = operation.body(type).path("examples").valueStream().toList();
		var body = examples.isEmpty() ? JsonNodeFactory.instance.objectNode()
				: examples.getFirst().path("value").deepCopy();
		if (body instanceof ObjectNode object) {
			Thrift.apply(operation, object);
		}
		return body;
	}

	private JsonNode json(Operation operation, String type) {
		var examples = operation.body(type).path("examples").valueStream().toList();
		var body = !examples.isEmpty() && dice.chance(0.4) ? dice.of(examples).path("value").deepCopy()
				: operation.bodyTypes().contains("application/merge-patch+json") ? patch()
						: values.valid(operation.body(type).path("schema"));
		if (body instanceof ObjectNode object) {
			Thrift.apply(operation, object);
		}
		return body;
	}

	/** Some fields of a job. */
	private JsonNode patch() {
		return values
			.valid(JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/TrainingJobSpecification"));
	}

	private byte[] csv() {
		int columns = dice.of(2, 3, 5);
		var csv = new StringBuilder();
		for (int row = 0; row <= dice.of(1, 5, 30); row++) {
			for (int column = 0; column < columns; column++) {
				csv.append((column > 0) ? "," : "").append((row == 0) ? "c" + column : String.valueOf(dice.below(3)));
			}
			csv.append('\n');
		}
		return bytes(csv.toString());
	}

	/** A parameter of a query. */
	private record Pair(String name, String value) {
	}

	private List<Pair> query(Operation operation, boolean edges) {
		var query = new ArrayList<Pair>();
		double share = dice.of(0.0, 0.1, 0.3);
		operation.parameters("query").forEach((parameter) -> {
			if (dice.chance(share)) {
				var schema = parameter.path("schema");
				var value = (parameter.has("example") && dice.chance(0.3)) ? parameter.path("example")
						: edges ? values.boundary(schema) : values.valid(schema);
				boolean repeated = value.isArray() && parameter.path("explode").asBoolean(true);
				(repeated ? value.valueStream().toList() : List.of(value))
					.forEach((one) -> query.add(new Pair(parameter.path("name").asString(), text(one))));
			}
		});
		if (operation.isBulk() && dice.chance(0.97)) {
			query.add(new Pair("label.nobody", "has this"));
		}
		if (operation.has("query", "dryRun") && dice.chance(0.5)) {
			query.removeIf((pair) -> pair.name().equals("dryRun"));
			query.add(new Pair("dryRun", "true"));
		}
		return query;
	}

	private static String text(JsonNode value) {
		return value.isArray() ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
				: value.isContainer() ? value.toString() : value.asString("");
	}

	private void mutate(List<Pair> query, Operation operation) {
		if (query.isEmpty()) {
			query.add(new Pair(dice.of("epoch", "x", "limit", "seed"), nastiness.text()));
			return;
		}
		int at = dice.below(query.size());
		var old = query.get(at);
		boolean filter = operation.isBulk();
		switch (dice.below(filter ? 2 : 4)) {
			case 0 -> query.add(old);
			case 1 -> query.add(new Pair(old.name(), nastiness.text()));
			case 2 -> query.set(at, new Pair(mutations.misspelt(old.name()), old.value()));
			default -> query.set(at, new Pair(old.name(), dice.of("x", "", "1e3", "1.0", "-1", "99999999999999999999",
					"TRUE", "true ", " 1", "0x1", nastiness.text())));
		}
	}

	private static String written(List<Pair> query) {
		return query.stream()
			.map((pair) -> encoded(pair.name()) + "=" + encoded(pair.value()))
			.collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static byte[] bytes(JsonNode json) {
		return bytes(json.toString());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
