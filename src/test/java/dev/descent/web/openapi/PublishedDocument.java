package dev.descent.web.openapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI document of a running service, and whether the service keeps to it. */
final class PublishedDocument {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private static final Pattern EVENT = Pattern.compile("event: (.*)\ndata: (.*)\n");

	private final HttpClient client = HttpClient.newHttpClient();

	private final String host;

	private final JsonNode document;

	PublishedDocument(int port) {
		this.host = "http://localhost:" + port;
		this.document = MAPPER.readTree(send(HttpRequest.newBuilder(URI.create(host + "/v3/api-docs")).build()).body());
	}

	record Operation(String method, String path, JsonNode definition) {

		String id() {
			return definition.get("operationId").asString();
		}

		Stream<JsonNode> parameters(String in) {
			return definition.path("parameters")
				.valueStream()
				.filter((parameter) -> parameter.get("in").asString().equals(in));
		}

		/** The path with the examples of its variables. */
		String examplePath() {
			String filled = path;
			for (var parameter : parameters("path").toList()) {
				filled = filled.replace("{" + parameter.get("name").asString() + "}",
						parameter.get("example").asString());
			}
			return filled;
		}

		/** The examples of its JSON body; one empty string where there is no body. */
		List<String> exampleBodies() {
			var examples = definition.path("requestBody").path("content").path("application/json").path("examples");
			return examples.isMissingNode() ? List.of("")
					: examples.valueStream().map((example) -> example.get("value").toString()).toList();
		}

		@Override
		public String toString() {
			return method + " " + path;
		}

	}

	Stream<Operation> operations() {
		return document.get("paths")
			.propertyStream()
			.flatMap((path) -> path.getValue()
				.propertyStream()
				.map((method) -> new Operation(method.getKey(), path.getKey(), method.getValue())));
	}

	Stream<Map.Entry<String, JsonNode>> schemas() {
		return document.get("components").get("schemas").propertyStream();
	}

	JsonNode json() {
		return document;
	}

	/**
	 * Sends a request and checks that the answer is declared and has the declared form.
	 */
	HttpResponse<String> call(Operation operation, String pathAndQuery, String body) {
		var request = HttpRequest.newBuilder(URI.create(host + pathAndQuery)).header("Prefer", "wait=30");
		if (!body.isEmpty()) {
			request.header("Content-Type", "application/json");
		}
		var publisher = HttpRequest.BodyPublishers.ofString(body);
		var response = send(request.method(operation.method().toUpperCase(Locale.ROOT), publisher).build());
		assertDeclared(operation, response);
		return response;
	}

	private void assertDeclared(Operation operation, HttpResponse<String> response) {
		var declared = operation.definition().get("responses").path(String.valueOf(response.statusCode()));
		assertThat(declared.isMissingNode()).as("%s may answer %s", operation, response.statusCode()).isFalse();
		var answer = declared.has("$ref") ? document.at(declared.get("$ref").asString().substring(1)) : declared;
		if (response.body().isEmpty()) {
			assertThat(answer.has("content")).as("%s has a body", operation).isFalse();
			return;
		}
		String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
		var schema = answer.path("content").path(type).path("schema");
		assertThat(schema.isMissingNode()).as("%s answers %s with %s", operation, response.statusCode(), type)
			.isFalse();
		var bodies = type.equals("text/event-stream") ? events(response.body())
				: List.of(MAPPER.readTree(response.body()));
		assertThat(bodies).as("the body of %s", operation)
			.isNotEmpty()
			.allSatisfy((body) -> assertThat(SCHEMAS.getSchema(withComponents(schema)).validate(body)).isEmpty());
	}

	/** Each event as an object with its data under its name. */
	private static List<JsonNode> events(String stream) {
		return EVENT.matcher(stream)
			.results()
			.<JsonNode>map((event) -> MAPPER.createObjectNode().set(event.group(1), MAPPER.readTree(event.group(2))))
			.toList();
	}

	private ObjectNode withComponents(JsonNode schema) {
		var complete = (ObjectNode) schema.deepCopy();
		complete.set("components", document.get("components"));
		return complete;
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return client.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
