package dev.descent.web.openapi;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import dev.descent.web.openapi.PublishedDocument.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The published document is complete, and the service keeps to it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OpenApiTests {

	/** What an ended job cannot be told. */
	private static final Set<String> STEERING = Set.of("cancelTrainingJob", "cancelRace", "cancelLearningRateRangeTest",
			"pauseTrainingJob", "resumeTrainingJob", "stepTrainingJob", "editWeights");

	/** What the example, which is healthy, does not have. */
	private static final Map<String, Integer> CURES = Map.of("tryCure", 409, "getTrial", 404);

	/** Numbers that any value is right for. */
	private static final Set<String> UNBOUNDED = Set.of("seed", "epoch", "firstSeed");

	@LocalServerPort
	private int port;

	private PublishedDocument document;

	@BeforeEach
	void read() {
		document = new PublishedDocument(port);
	}

	@Test
	void itIsOpenApi31() {
		assertThat(document.json().get("openapi").asString()).startsWith("3.1");
		assertThat(document.operations()).hasSizeGreaterThan(15);
	}

	@Test
	void everyFieldIsDescribed() {
		assertFields((schema) -> true, (field) -> isReference(field) || field.has("description"));
	}

	/** Problems have theirs at each answer. */
	@Test
	void everyFieldHasAnExample() {
		assertFields((schema) -> !schema.path("description").asString("").contains("RFC 9457"),
				(field) -> isReference(field) || isReference(field.path("items")) || field.has("const")
						|| field.has("example") || field.path("items").has("example")
						|| isReference(field.path("additionalProperties")));
	}

	@Test
	void everyNumberOfARequestHasARange() {
		forEachField((name, field) -> {
			if (isNumber(field) && !UNBOUNDED.contains(name.replaceAll(".*\\.", ""))) {
				assertThat(field.has("minimum") || field.has("exclusiveMinimum")).as("%s has a minimum", name).isTrue();
				assertThat(field.has("maximum") || field.has("exclusiveMaximum")).as("%s has a maximum", name).isTrue();
			}
		}, OpenApiTests::isRequest);
	}

	@Test
	void everyFieldOfARequestIsOptionalOrRequiredAndSaysWhatItIsIfAbsent() {
		document.schemas().filter((schema) -> isRequest(schema.getValue())).forEach((schema) -> {
			var required = schema.getValue().path("required").valueStream().map(JsonNode::asString).toList();
			schema.getValue().get("properties").propertyStream().forEach((property) -> {
				var field = property.getValue();
				boolean said = required.contains(property.getKey()) || field.has("default") || isReference(field)
						|| isNullable(field) || field.path("description").asString("").contains("If absent");
				assertThat(said).as("%s.%s", schema.getKey(), property.getKey()).isTrue();
			});
		});
	}

	@Test
	void everyVariantIsFoundByItsDiscriminator() {
		var families = document.schemas().filter((schema) -> schema.getValue().has("discriminator")).toList();
		assertThat(families).extracting(Map.Entry::getKey)
			.contains("DatasetSpecification", "OptimizerSpecification", "LossSpecification");
		families.forEach((
				family) -> family.getValue().get("discriminator").get("mapping").propertyStream().forEach((mapping) -> {
					var variant = document.json().at(mapping.getValue().asString().substring(1));
					assertThat(variant.at("/properties/type/const").asString()).isEqualTo(mapping.getKey());
					assertThat(variant.has("allOf")).isFalse();
				}));
	}

	@Test
	void everyReferenceLeadsSomewhere() {
		var references = document.json().findValues("$ref");
		assertThat(references).hasSizeGreaterThan(50)
			.allSatisfy((reference) -> assertThat(document.json().at(reference.asString().substring(1)).isMissingNode())
				.as(reference.asString())
				.isFalse());
	}

	@Test
	void everyExampleSucceedsAsItStandsAndTheAnswerIsAsDeclared() {
		var called = new ArrayList<String>();
		document.operations()
			.sorted(Comparator.comparing((operation) -> isDestructive(operation)))
			.forEach((operation) -> {
				for (String body : operation.exampleBodies()) {
					var response = document.call(operation, operation.examplePath(), body);
					assertThat(succeeded(operation, response)).as("%s %s: %s", operation, body, response.body())
						.isTrue();
					called.add(operation.id());
				}
				operation.parameters("query").filter((parameter) -> parameter.has("example")).forEach((parameter) -> {
					String query = "?" + parameter.get("name").asString() + "=" + parameter.get("example").asString();
					if (operation.method().equals("get")) {
						var response = document.call(operation, operation.examplePath() + query, "");
						assertThat(response.statusCode()).as("%s%s: %s", operation, query, response.body())
							.isEqualTo(200);
					}
				});
			});
		assertThat(called).contains("createTrainingJob", "getBoundary", "predict", "deleteDataset");
	}

	@Test
	void everyValueThatAParameterIsSaidToHaveIsKnown() {
		document.operations().filter((operation) -> operation.method().equals("get")).forEach((operation) -> {
			for (var parameter : operation.parameters("query").toList()) {
				var schema = parameter.get("schema");
				for (var value : (schema.has("items") ? schema.get("items") : schema).path("enum")) {
					String query = "?" + parameter.get("name").asString() + "=" + value.asString();
					var response = document.call(operation, operation.examplePath() + query, "");
					assertThat(response.body()).as("%s%s", operation, query).doesNotContain("is not known");
				}
			}
		});
	}

	/**
	 * Losses that overflow, a part that is not there, an axis with a value that is none.
	 */
	@Test
	void whatIsNoFiniteNumberIsAsDeclared() {
		var made = document.call(operation("createTrainingJob"), "/api/v1/training-jobs", """
				{"dataset": {"type": "plane", "samples": 20}, "optimizer": {"type": "sgd", "learningRate": 10},
				"split": {"validationFraction": 0}, "training": {"epochs": 3}}""");
		String job = "/api/v1/training-jobs/" + id(made);
		for (var operation : List.of("getDiagnosis", "getLossSurface", "getLossHistory", "getTrainingJob")) {
			String path = operation(operation).path().replace("/api/v1/training-jobs/{id}", job);
			assertThat(document.call(operation(operation), path, "").statusCode()).as(operation).isEqualTo(200);
		}
		String overflown = id(document.call(operation("createTrainingJob"), "/api/v1/training-jobs", """
				{"dataset": {"type": "plane", "samples": 20}, "optimizer": {"type": "sgd", "learningRate": 1000},
				"training": {"epochs": 500}}"""));
		for (String of : List.of("example/trace?unit=1&detail=overview", overflown + "/trace")) {
			var trace = document.call(operation("getTrace"), "/api/v1/training-jobs/" + of, "");
			assertThat(trace.statusCode()).as(of).isEqualTo(200);
			assertThat(trace.body()).as(of).contains(":null");
		}
		var race = document.call(operation("createRace"), "/api/v1/races",
				"""
						{"seeds": 2, "base": {"training": {"epochs": 2}}, "axes": [{"field": "training.batchSize", "values": [4, null]},
						{"field": "optimizer.learningRate", "values": [0.1, 1]}]}""");
		String stability = "/api/v1/races/" + id(race) + "/stability";
		assertThat(document.call(operation("getRaceStability"), stability, "").statusCode()).isEqualTo(200);
	}

	private static String id(HttpResponse<String> made) {
		return made.body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
	}

	@Test
	void theExamplesOfJobsAreTrainedToTheirEnd() {
		var create = operation("createTrainingJob");
		assertThat(create.exampleBodies()).hasSizeGreaterThan(5).allSatisfy((body) -> {
			var response = document.call(create, create.path(), body);
			assertThat(response.statusCode()).as(body).isEqualTo(200);
			assertThat(response.body()).contains("\"state\":\"succeeded\"");
		});
	}

	@Test
	void whatIsDoneToSeveralJobsIsAsDeclared() {
		var operations = document.operations().filter(OpenApiTests::isBulk).toList();
		assertThat(operations).hasSize(6);
		var statuses = Map.of("?state=failed", 200, "?all=true", 200, "?al=true", 422, "?all=x", 400, "?state=x", 422);
		for (String query : statuses.keySet()) {
			for (var operation : operations) {
				int status = document.call(operation, operation.path() + query, "").statusCode();
				assertThat(status).as(operation + query).isEqualTo(statuses.get(query));
			}
		}
	}

	@Test
	void problemsAreAsDeclared() {
		for (String body : List.of("{", "{\"nmae\": 1}", "[]")) {
			assertThat(document.call(operation("createTrainingJob"), "/api/v1/training-jobs", body).statusCode())
				.isBetween(400, 499);
		}
		for (String path : List.of("/api/v1/training-jobs/none/boundary",
				"/api/v1/training-jobs/example/boundary?resolution=0",
				"/api/v1/training-jobs/example/boundary?epoch=x")) {
			assertThat(document.call(operation("getBoundary"), path, "").statusCode()).isBetween(400, 499);
		}
	}

	/** What removes the examples must come last. */
	private static boolean isDestructive(Operation operation) {
		return operation.method().equals("delete");
	}

	/**
	 * The examples have ended, which is what steering them must answer. Nothing is done
	 * to several jobs if nobody says to which.
	 */
	private static boolean succeeded(Operation operation, HttpResponse<String> response) {
		return isBulk(operation) ? response.statusCode() == 422
				: STEERING.contains(operation.id()) ? response.statusCode() == 409 : CURES.containsKey(operation.id())
						? response.statusCode() == CURES.get(operation.id()) : response.statusCode() < 300;
	}

	private static boolean isBulk(Operation operation) {
		return operation.parameters("query").anyMatch((parameter) -> parameter.get("name").asString().equals("all"));
	}

	private Operation operation(String id) {
		return document.operations().filter((operation) -> operation.id().equals(id)).findFirst().orElseThrow();
	}

	private void assertFields(Predicate<JsonNode> schemas, Predicate<JsonNode> holds) {
		forEachField((name, field) -> assertThat(holds.test(field)).as(name + " " + field).isTrue(), schemas);
	}

	private void forEachField(BiConsumer<String, JsonNode> action, Predicate<JsonNode> schemas) {
		document.schemas()
			.filter((schema) -> schemas.test(schema.getValue()))
			.forEach((schema) -> schema.getValue()
				.path("properties")
				.propertyStream()
				.forEach((property) -> action.accept(schema.getKey() + "." + property.getKey(), property.getValue())));
	}

	private static boolean isRequest(JsonNode schema) {
		return schema.path("additionalProperties").isBoolean();
	}

	private static boolean isReference(JsonNode field) {
		return field.has("$ref") || field.has("oneOf");
	}

	private static boolean isNullable(JsonNode field) {
		return field.path("type").isArray();
	}

	private static boolean isNumber(JsonNode field) {
		return field.path("type").toString().matches(".*(number|integer).*");
	}

}
