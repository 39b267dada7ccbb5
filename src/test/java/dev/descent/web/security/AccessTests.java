package dev.descent.web.security;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.descent.support.Api;
import dev.descent.support.Api.Answer;
import dev.descent.support.GeneratedDocs;
import dev.descent.support.HttpTest;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls every endpoint that the service has, with every kind of key. What comes is the
 * table of docs/access.md, so an endpoint without a row there fails this test.
 */
@HttpTest
@ActiveProfiles("keys")
class AccessTests {

	/** Has all that can be asked for, a fault that a diagnosis finds among it. */
	private static final String ENDED = """
			{"optimizer": {"type": "sgd", "learningRate": 0.001}, "training": {"epochs": 300}, \
			"recording": {"instruments": "full"}}""";

	private static final int ENDLESS = 10_000_000;

	/** A range test that takes a while. */
	private static final String SLOW = """
			{"updates": 10000, "stopFactor": 1e6, "highestRate": 0.001,
			 "job": {"dataset": {"type": "moons", "samples": 20000},
			         "network": {"hiddenLayers": [{"units": 64}, {"units": 64}]}}}""";

	@Autowired
	private List<RequestMappingInfoHandlerMapping> mappings;

	private final Api nobody;

	private final Api wrong;

	private final Api dashboard;

	private final Api ben;

	private final Api anna;

	AccessTests(@Autowired Api api) {
		nobody = api;
		wrong = api.withKey("wrong-secret");
		dashboard = api.withKey("dashboard-secret");
		ben = api.withKey("ben-secret");
		anna = api.withKey("anna-secret");
	}

	private record Endpoint(String method, String path) {

		boolean isOfApi() {
			return path.startsWith("/api/");
		}

		boolean isOneThings() {
			return isOfApi() && path.contains("{id}");
		}

		boolean isReading() {
			return method.equals("GET");
		}

		/** What the path is about, such as {@code races}. */
		String kind() {
			return path.replaceFirst("/api/v1/([^/]*).*", "$1");
		}

		String lastName() {
			return path.substring(path.lastIndexOf('/') + 1);
		}

		/** The path of the API with the names of things filled in. */
		String of(String thing, JsonNode operation) {
			String filled = path.replace("{id}", thing);
			for (var parameter : operation.path("parameters")) {
				filled = filled.replace("{" + parameter.path("name").asString() + "}",
						parameter.path("example").asString(""));
			}
			// What is done to many is done only to those that are meant.
			boolean many = (method.equals("DELETE") && !isOneThings()) || path.matches("/api/v1/[a-z-]+/cancel");
			return many ? filled + "?all=true" : filled;
		}

	}

	@Test
	void everyEndpointLetsInWhoBelongsThereAndNobodyElse() {
		var document = anna.read("/v3/api-docs").path("paths");
		var table = new StringBuilder("""
				| endpoint | no key | wrong key | read-only key | key of another owner | own key |
				|---|---|---|---|---|---|
				""");
		var soft = new SoftAssertions();
		for (var endpoint : endpoints()) {
			var operation = document.path(endpoint.path()).path(endpoint.method().toLowerCase(Locale.ROOT));
			soft.check(() -> table.append(endpoint.isOfApi() ? rowOfApi(endpoint, operation) : rowBesideApi(endpoint)));
		}
		soft.assertAll();
		GeneratedDocs.assertPart("access.md", "access", table.toString());
	}

	private List<Endpoint> endpoints() {
		return mappings.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().keySet().stream())
			.flatMap((info) -> info.getPatternValues()
				.stream()
				.flatMap((path) -> (info.getMethodsCondition().getMethods().isEmpty() ? Stream.of("GET")
						: info.getMethodsCondition().getMethods().stream().map(Enum::name))
					.map((method) -> new Endpoint(method, path))))
			.distinct()
			.sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
			.toList();
	}

	private String rowOfApi(Endpoint endpoint, JsonNode operation) {
		assertThat(operation.isMissingNode()).as("%s is not in the OpenAPI document", endpoint).isFalse();
		var thing = new Thing(endpoint);
		String path = endpoint.of(thing.id, operation);
		var content = operation.path("requestBody").path("content");
		var withoutKey = call(nobody, endpoint, path, content);
		assertThat(withoutKey.status()).as("%s without a key", endpoint).isEqualTo(401);
		assertThat(withoutKey.header("WWW-Authenticate")).isEqualTo("Bearer");
		var withWrongKey = call(wrong, endpoint, path, content);
		assertThat(withWrongKey.status()).as("%s with a wrong key", endpoint).isEqualTo(401);
		var readOnly = call(dashboard, endpoint, path, content);
		var foreign = call(ben, endpoint, path, content);
		if (endpoint.isOneThings()) {
			assertThat(foreign.status()).as("%s of another owner", endpoint).isEqualTo(404);
			String unknown = UUID.randomUUID().toString();
			var ofNothing = call(ben, endpoint, endpoint.of(unknown, operation), content);
			assertThat(foreign.body().replace(thing.id, unknown)).as("%s tells apart unknown and foreign", endpoint)
				.isEqualTo(ofNothing.body());
		}
		else {
			assertThat(foreign.status()).as("%s with a key", endpoint).isBetween(200, 299);
			assertThat(foreign.body()).as("%s shows a foreign thing", endpoint).doesNotContain(thing.id);
		}
		thing.requireUnchanged();
		var own = call(anna, endpoint, path, content);
		assertThat(own.status()).as("%s with the own key: %s", endpoint, own.body()).isBetween(200, 299);
		assertThat(readOnly.status()).as("%s with a read-only key", endpoint)
			.isEqualTo(endpoint.isReading() ? own.status() : 403);
		return row(endpoint, withoutKey, withWrongKey, readOnly, foreign, own);
	}

	/** What is not of the API is open, or for all keys alike. */
	private String rowBesideApi(Endpoint endpoint) {
		String path = endpoint.path().replaceAll("/\\*\\*$", "").replaceAll("\\{[^}]*}", "application");
		var answers = Stream.of(nobody, wrong, dashboard, ben, anna)
			.map((client) -> client.send(endpoint.method(), path, BodyPublishers.noBody()))
			.toArray(Answer[]::new);
		boolean guarded = path.equals("/error")
				|| (path.startsWith("/actuator") && !path.startsWith("/actuator/health"));
		assertThat(answers[0].status()).as("%s without a key", endpoint).satisfies((status) -> {
			assertThat(status == 401).isEqualTo(guarded);
			assertThat(status).isNotEqualTo(403).isLessThan(500);
		});
		return row(endpoint, answers);
	}

	private static String row(Endpoint endpoint, Answer... answers) {
		return Stream
			.concat(Stream.of("`" + endpoint.method() + " " + endpoint.path() + "`"),
					Stream.of(answers).map((answer) -> String.valueOf(answer.status())))
			.collect(Collectors.joining(" | ", "| ", " |\n"));
	}

	private static Answer call(Api client, Endpoint endpoint, String path, JsonNode content) {
		if (content.isMissingNode()) {
			return client.send(endpoint.method(), path, BodyPublishers.noBody());
		}
		var body = content.path("application/json");
		var example = body.path("examples").isEmpty() ? body.path("example")
				: body.path("examples").iterator().next().path("value");
		return client.send(endpoint.method(), path, BodyPublishers.ofString(example.toString(), StandardCharsets.UTF_8),
				"Content-Type", "application/json");
	}

	/** Something of anna's, made for one endpoint. */
	private final class Thing {

		private final @Nullable String self;

		private final String id;

		private final String before;

		private final boolean isLive;

		Thing(Endpoint endpoint) {
			isLive = List.of("pause", "resume", "step", "cancel", "weights").contains(endpoint.lastName())
					&& !endpoint.isReading();
			self = make(endpoint);
			id = (self != null) ? self.substring(self.lastIndexOf('/') + 1) : UUID.randomUUID().toString();
			before = look();
		}

		private @Nullable String make(Endpoint endpoint) {
			return switch (endpoint.kind()) {
				case "training-jobs" -> job(endpoint);
				case "races" -> made(Api.RACES,
						isLive ? "{\"base\": {\"training\": {\"epochs\": %d}}, \"seeds\": 2}".formatted(ENDLESS)
								: anna.get(Api.RACES + "/example/document").body());
				case "learning-rate-range-tests" -> made(Api.RANGE_TESTS, isLive ? SLOW : "{}");
				case "datasets" -> made(Api.DATASETS, "{\"type\": \"moons\"}");
				default -> null;
			};
		}

		/** In a state that allows what is asked for. */
		private String job(Endpoint endpoint) {
			String job = made(Api.JOBS, isLive ? "{\"training\": {\"epochs\": %d}}".formatted(ENDLESS) : ENDED);
			if (List.of("resume", "step", "weights").contains(endpoint.lastName()) && isLive) {
				anna.post(job + "/pause");
			}
			if (endpoint.lastName().equals("trial") && endpoint.isReading()) {
				anna.ended(location(anna.post(job + "/diagnosis/learning_rate_too_low/trial")));
			}
			return job;
		}

		private String made(String kind, String json) {
			String thing = location(
					isLive ? anna.postJson(kind, json) : anna.postJson(kind, json, "Prefer", "wait=30"));
			while (isLive && kind.equals(Api.JOBS) && !anna.read(thing).path("state").asString().equals("running")) {
				anna.read(thing + "?wait=10");
			}
			return thing;
		}

		private String location(Answer made) {
			return Objects.requireNonNull(made.header("Location"), made.body());
		}

		/** What is known of it, but how far it is. */
		private String look() {
			var seen = (self != null) ? anna.read(self) : JsonMapper.shared().createObjectNode();
			return List.of(seen.path("stopReason"), seen.path("name"), seen.path("labels")).toString();
		}

		void requireUnchanged() {
			assertThat(look()).isEqualTo(before);
		}

	}

}
