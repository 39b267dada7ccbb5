package dev.descent.reliability.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.descent.reliability.fuzz.Wire.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document, and what an answer may not be if it is to be believed. */
final class Contract {

	private static final String ADDRESS = "https://descent.invalid/api-docs";

	/** What anybody may be answered who leaves the paths of the document. */
	private static final Set<Integer> OF_HTTP = Set.of(200, 201, 202, 204, 301, 302, 303, 304, 307, 308, 400, 401, 403,
			404, 405, 406, 409, 413, 414, 415, 422, 429, 431, 501, 503, 507);

	private static final Pattern JAVA = Pattern.compile("javax?\\.[a-z]|jakarta\\.|dev\\.descent|com\\.fasterxml"
			+ "|tools\\.jackson|org\\.(springframework|apache|hibernate)|\\b[A-Z]\\w*(Exception|Error)\\b"
			+ "|\\bat [a-z]+\\.[a-z]+\\.|\\[L?[a-z]+\\.[a-z]+\\.|HV0\\d|\\w+Specification\\b");

	private static final Pattern EVENT = Pattern.compile("id: .*\nevent: (.*)\ndata: (.*)\n\n");

	private static final Map<String, String> SIGNATURES = Map.of("image/png", "\ufffdPNG", "image/gif", "GIF8",
			"image/svg+xml", "<?xml");

	/** In characters. */
	private static final int LONG = 10_000;

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private final JsonNode document;

	private final SchemaRegistry registry;

	private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

	/** Tells which of the long bodies are looked at in full. */
	private final AtomicLong passed = new AtomicLong();

	Contract(String document) {
		this.document = MAPPER.readTree(document);
		this.registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
				(builder) -> builder.schemas(Map.of(ADDRESS, document)));
	}

	List<Operation> operations() {
		return document.path("paths")
			.propertyStream()
			.flatMap((path) -> path.getValue()
				.propertyStream()
				.map((method) -> Operation.of(method.getKey(), path.getKey(), method.getValue())))
			.toList();
	}

	/** What a schema refers to, or the schema itself. */
	JsonNode resolve(JsonNode schema) {
		return schema.has("$ref") ? document.at(schema.path("$ref").asString().substring(1)) : schema;
	}

	/** What is wrong with an answer, in a few words that are the same for like faults. */
	Optional<String> complaint(Probe probe, Reply reply) {
		var operation = probe.operation();
		String body = reply.text();
		return Optional.ofNullable(statusFault(operation, reply))
			.or(() -> Optional.ofNullable(isDocument(probe) ? null : leak(reply, body)))
			.or(() -> Optional.ofNullable(problemFault(reply, body)))
			.or(() -> Optional.ofNullable((operation != null) ? bodyFault(probe, operation, reply, body) : null));
	}

	/** It has the names of the schemas. */
	private static boolean isDocument(Probe probe) {
		return probe.target().startsWith("/v3/api-docs");
	}

	private @Nullable String statusFault(@Nullable Operation operation, Reply reply) {
		int status = reply.status();
		if (status == 503 && !reply.header("Retry-After").matches("\\d+")) {
			return "503 without Retry-After";
		}
		if (status == 500 || (operation == null && !OF_HTTP.contains(status))) {
			return "status " + status;
		}
		return (operation != null && !operation.definition().path("responses").has(String.valueOf(status)))
				? "undocumented status " + status : null;
	}

	private static @Nullable String leak(Reply reply, String body) {
		var inBody = JAVA.matcher(body.substring(0, Math.min(body.length(), LONG)));
		if (inBody.find()) {
			return "Java in the body: " + inBody.group();
		}
		if (body.contains("dev.descent") || body.contains("Exception")) {
			return "Java in a long body";
		}
		var inHead = JAVA.matcher(reply.headers().toString());
		return inHead.find() ? "Java in a header: " + inHead.group() : null;
	}

	private static @Nullable String problemFault(Reply reply, String body) {
		if (reply.status() < 400 || body.isEmpty()) {
			return null;
		}
		if (!reply.mediaType().equals("application/problem+json")) {
			return "status " + reply.status() + " as " + reply.mediaType();
		}
		try {
			var problem = MAPPER.readTree(body);
			boolean complete = problem.path("type").asString("").startsWith("/problems/")
					&& !problem.path("title").asString("").isBlank()
					&& problem.path("status").asInt(0) == reply.status()
					&& !problem.path("detail").asString("").isBlank();
			return complete ? null : "incomplete problem of status " + reply.status();
		}
		catch (JacksonException _) {
			return "problem that is not JSON, of status " + reply.status();
		}
	}

	private @Nullable String bodyFault(Probe probe, Operation operation, Reply reply, String body) {
		var answer = operation.definition().path("responses").path(String.valueOf(reply.status()));
		var contents = resolve(answer).path("content");
		if (probe.method().equals("HEAD") || reply.status() == 304) {
			return body.isEmpty() ? null : "body where none may be";
		}
		if (body.isEmpty()) {
			return contents.isEmpty() ? null : "no body with status " + reply.status();
		}
		String type = reply.mediaType();
		if (!contents.has(type)) {
			return "undocumented type " + type + " of status " + reply.status();
		}
		if (SIGNATURES.containsKey(type)) {
			return body.startsWith(SIGNATURES.get(type)) ? null : "not really " + type;
		}
		if (isPassed(body) || !(type.endsWith("json") || type.equals("text/event-stream"))) {
			return null;
		}
		String at = answer.has("$ref") ? answer.path("$ref").asString().substring(1)
				: JsonPointer.compile("/paths")
					.appendProperty(operation.path())
					.appendProperty(operation.method().toLowerCase(Locale.ROOT))
					.appendProperty("responses")
					.appendProperty(String.valueOf(reply.status()))
					.toString();
		var schema = schemas.computeIfAbsent(at + "/content/" + type.replace("/", "~1") + "/schema", this::schema);
		try {
			return type.equals("text/event-stream") ? eventFault(schema, body) : fault(schema, MAPPER.readTree(body));
		}
		catch (JacksonException _) {
			return "not JSON";
		}
	}

	/** Of long bodies as much is looked at as if they all were only this long. */
	private boolean isPassed(String body) {
		return body.length() > LONG && passed.getAndAdd(LONG) % body.length() >= LONG;
	}

	private Schema schema(String pointer) {
		String fragment = pointer.replace("{", "%7B").replace("}", "%7D").replace("+", "%2B");
		return registry.getSchema(SchemaLocation.of(ADDRESS + "#" + fragment));
	}

	private static @Nullable String eventFault(Schema schema, String stream) {
		return EVENT.matcher(stream)
			.results()
			.map((event) -> fault(schema,
					MAPPER.createObjectNode().set(event.group(1), MAPPER.readTree(event.group(2)))))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String fault(Schema schema, JsonNode body) {
		var errors = schema.validate(body);
		return errors.isEmpty() ? null : "contradicts the document: " + errors.getFirst().getEvaluationPath() + " "
				+ errors.getFirst().getKeyword();
	}

}
