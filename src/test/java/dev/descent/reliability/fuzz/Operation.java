package dev.descent.reliability.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What the document says one can do.
 *
 * @param method in capitals
 * @param path with variables in braces
 */
record Operation(String method, String path, JsonNode definition) {

	String id() {
		return definition.path("operationId").asString();
	}

	Stream<JsonNode> parameters(String in) {
		return definition.path("parameters")
			.valueStream()
			.filter((parameter) -> parameter.path("in").asString().equals(in));
	}

	/** The media types that its body may have; empty where it takes none. */
	List<String> bodyTypes() {
		return List.copyOf(definition.path("requestBody").path("content").propertyNames());
	}

	JsonNode body(String type) {
		return definition.path("requestBody").path("content").path(type);
	}

	/** What the answer can be where it is no problem. */
	List<String> answerTypes() {
		return definition.path("responses")
			.propertyStream()
			.filter((answer) -> answer.getKey().startsWith("2"))
			.flatMap((answer) -> answer.getValue().path("content").propertyNames().stream())
			.distinct()
			.toList();
	}

	boolean has(String in, String parameter) {
		return parameters(in).anyMatch((one) -> one.path("name").asString().equals(parameter));
	}

	/** Whether it is done to several jobs at once. */
	boolean isBulk() {
		return has("query", "all");
	}

	static Operation of(String method, String path, JsonNode definition) {
		return new Operation(method.toUpperCase(Locale.ROOT), path, definition);
	}

	@Override
	public String toString() {
		return method + " " + path;
	}

}
