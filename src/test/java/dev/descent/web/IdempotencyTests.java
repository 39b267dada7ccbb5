package dev.descent.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.descent.support.Api;
import dev.descent.support.Api.Answer;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Api.DATASETS;
import static dev.descent.support.Api.JOBS;
import static dev.descent.support.Api.RANGE_TESTS;
import static org.assertj.core.api.Assertions.assertThat;

/** A request with a key can be sent again without fear. */
@HttpTest
@TestPropertySource(properties = { "descent.limits.active-jobs=110", "descent.limits.idempotency-keys=120",
		"descent.limits.datasets=20" })
class IdempotencyTests {

	private static final String TINY = """
			{"dataset": {"type": "moons", "samples": 4}, "network": {"hiddenLayers": []},
			 "labels": {"a": "1", "b": "2"}, "training": {"epochs": 1}}""";

	@Autowired
	private Api api;

	@BeforeEach
	void forgetAll() {
		api.read(JOBS + "?limit=100").path("jobs").forEach((job) -> {
			if (!job.path("id").asString().equals("example")) {
				api.delete(Api.path(job));
			}
		});
	}

	@AfterEach
	void cancelAll() {
		api.cancelAll();
	}

	@Test
	void theSameRequestAgainIsAnsweredWithTheSameJob() {
		var first = post("again", TINY);
		assertThat(first.status()).isEqualTo(202);
		assertThat(first.header("Idempotent-Replayed")).isNull();
		waitForEnd(first);
		var second = post("again", TINY);
		assertThat(second.status()).isEqualTo(200);
		assertThat(second.header("Location")).isNotNull().isEqualTo(first.header("Location"));
		assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
		assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
		assertThat(second.json().path("state").asString()).isEqualTo("succeeded");
		assertThat(post("another", TINY).header("Location")).isNotEqualTo(first.header("Location"));
		assertThat(api.postJson(JOBS, TINY).header("Location")).isNotEqualTo(first.header("Location"));
	}

	@Test
	void theClientMayWaitForAJobThatItPostedBefore() {
		String endless = "{\"training\": {\"epochs\": 100000000, \"timeLimit\": \"PT1H\"}}";
		var first = post("long", endless);
		assertThat(post("long", endless).status()).isEqualTo(202);
		var waited = post("long", endless, "Prefer", "wait=1");
		assertThat(waited.status()).isEqualTo(202);
		assertThat(waited.header("Idempotent-Replayed")).isEqualTo("true");
		api.post(first.header("Location") + "/cancel");
		var ended = post("long", endless, "Prefer", "wait=1");
		assertThat(ended.status()).isEqualTo(200);
		assertThat(ended.header("Preference-Applied")).isEqualTo("wait=1");
		assertThat(ended.json().path("state").asString()).isEqualTo("cancelled");
	}

	@Test
	void orderWhiteSpaceAndWrittenDefaultsMakeNoOtherRequest() {
		var first = post("same", TINY);
		for (String same : List.of(TINY.replace(" ", "").replace("\n", ""), """
				{"training": {"shuffle": true, "epochs": 1}, "seed": 42, "labels": {"b": "2", "a": "1"},
				 "network": {"hiddenLayers": []}, "dataset": {"samples": 4, "type": "moons"}}""")) {
			assertThat(post("same", same).header("Location")).isEqualTo(first.header("Location"));
		}
	}

	@Test
	void anotherRequestIsRefused() {
		post("other", TINY);
		for (String other : List.of("{}", TINY.replace("\"epochs\": 1", "\"epochs\": 2"),
				TINY.replace("\"1\"", "\"3\""))) {
			var answer = post("other", other);
			assertThat(answer.status()).isEqualTo(422);
			assertThat(answer.mediaType()).isEqualTo("application/problem+json");
			assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo("Idempotency-Key");
			assertThat(answer.json().at("/errors/0/detail").asString())
				.isEqualTo("was used with another request; a new request needs a new key");
		}
	}

	@Test
	void aRefusedRequestDoesNotUseUpItsKey() {
		assertThat(post("refused", "{\"seed\": \"x\"}").status()).isEqualTo(422);
		assertThat(post("refused", "{\"dataset\": {\"type\": \"stored\", \"id\": \"x\"}}").status()).isEqualTo(422);
		var made = post("refused", TINY);
		assertThat(made.status()).isEqualTo(202);
		assertThat(made.header("Idempotent-Replayed")).isNull();
	}

	@Test
	void norDoesOneThatThereWasNoRoomFor() {
		var active = IntStream.range(0, 110).mapToObj((_) -> api.submitEndless()).toList();
		assertThat(post("busy", TINY).status()).isEqualTo(503);
		api.post(Api.path(active.getFirst()) + "/cancel");
		assertThat(post("busy", TINY).status()).isEqualTo(202);
	}

	@Test
	void aKeyIsForgottenWithItsJob() {
		var first = post("deleted", TINY, "Prefer", "wait=30");
		assertThat(api.delete(String.valueOf(first.header("Location"))).status()).isEqualTo(204);
		var second = post("deleted", "{\"training\": {\"epochs\": 1}}", "Prefer", "wait=30");
		assertThat(second.status()).isEqualTo(200);
		assertThat(second.header("Idempotent-Replayed")).isNull();
		assertThat(second.header("Location")).isNotEqualTo(first.header("Location"));
	}

	@Test
	void theOldestKeysAreForgottenFirst() {
		var first = post("bound-0", TINY, "Prefer", "wait=30");
		IntStream.rangeClosed(1, 119).forEach((i) -> post("bound-" + i, TINY, "Prefer", "wait=30"));
		assertThat(post("bound-0", TINY).header("Location")).isEqualTo(first.header("Location"));
		post("bound-120", TINY, "Prefer", "wait=30");
		assertThat(post("bound-0", TINY).header("Location")).isNotEqualTo(first.header("Location"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "two words", "tab\tbed", "\u00e4" })
	void aKeyIsVisibleAscii(String key) {
		String answer = api.exchange("POST " + JOBS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ "Content-Type: application/json\r\nContent-Length: 2\r\nIdempotency-Key: " + key + "\r\n\r\n{}");
		assertThat(answer).startsWith("HTTP/1.1 422").contains("""
				{"parameter":"Idempotency-Key","detail":"must be 1 to 255 visible ASCII characters"}""");
	}

	@ParameterizedTest
	@CsvSource({ "255, 202", "256, 422" })
	void aKeyIsShort(int length, int status) {
		assertThat(post("x".repeat(length), TINY).status()).isEqualTo(status);
	}

	@Test
	void rangeTestsAndDatasetsHaveKeysOfTheirOwn() {
		post("shared", TINY);
		for (String path : List.of(RANGE_TESTS, DATASETS)) {
			String body = path.equals(DATASETS) ? "{\"type\": \"moons\"}" : "{}";
			var first = api.postJson(path, body, "Idempotency-Key", "shared");
			var second = api.postJson(path, body, "Idempotency-Key", "shared");
			assertThat(first.header("Location")).startsWith(path).isEqualTo(second.header("Location"));
			assertThat(first.header("Idempotent-Replayed")).isNull();
			assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "/fork?step=0; {}; /fork?step=1; {}",
					"/fork?step=0; {}; /fork?step=0; {\"training\": {\"epochs\": 2}}",
					"/continue?epochs=1; ''; /continue?epochs=2; ''", "/rerun; ''; /continue?epochs=1; ''" })
	void soDoTheOtherWaysToMakeAJob(String path, String body, String otherPath, String otherBody) {
		String job = String.valueOf(api.postJson(JOBS, TINY, "Prefer", "wait=30").header("Location"));
		var first = api.postJson(job + path, body, "Idempotency-Key", "branch");
		assertThat(first.status()).isEqualTo(202);
		assertThat(first.header("Idempotent-Replayed")).isNull();
		var second = api.postJson(job + path, body, "Idempotency-Key", "branch");
		assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
		assertThat(second.header("Location")).isNotNull().isEqualTo(first.header("Location"));
		assertThat(api.postJson(job + otherPath, otherBody, "Idempotency-Key", "branch").status()).isEqualTo(422);
		assertThat(post("branch", TINY).status()).isEqualTo(422);
		api.delete(job);
		var third = api.postJson(job + path, body, "Idempotency-Key", "branch");
		assertThat(third.header("Location")).isEqualTo(first.header("Location"));
	}

	@Test
	void aTableIsStoredOnce() {
		String csv = "x1,x2,label\n0,0,no\n0,1,yes\n1,0,yes\n1,1,no\n";
		var first = postCsv("", csv);
		assertThat(first.status()).isEqualTo(201);
		assertThat(postCsv("", csv).header("Location")).isEqualTo(first.header("Location"));
		assertThat(postCsv("", csv + "2,2,no\n").status()).isEqualTo(422);
		assertThat(postCsv("?target=x1", csv).status()).isEqualTo(422);
		assertThat(api.delete(String.valueOf(first.header("Location"))).status()).isEqualTo(204);
	}

	/** 1,000 requests of 100 keys from 16 clients. */
	@Test
	void ofRequestsThatComeAtTheSameTimeOneMakesTheJob() throws Exception {
		var answers = fromManyClients(1000, (i) -> post("storm-" + i % 100, TINY));
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isBetween(200, 202));
		var locations = new ArrayList<HashSet<String>>();
		IntStream.range(0, 100).forEach((_) -> locations.add(new HashSet<>()));
		for (int i = 0; i < 1000; i++) {
			locations.get(i % 100).add(String.valueOf(answers.get(i).header("Location")));
		}
		assertThat(locations).allSatisfy((ofOneKey) -> assertThat(ofOneKey).hasSize(1));
		assertThat(locations.stream().flatMap(HashSet::stream).distinct()).hasSize(100);
		assertThat(answers).filteredOn((answer) -> answer.header("Idempotent-Replayed") == null).hasSize(100);
		assertThat(jobs()).hasSize(100 + 1);
	}

	private static List<Answer> fromManyClients(int requests, IntFunction<Answer> request) throws Exception {
		try (var clients = Executors.newFixedThreadPool(16)) {
			var ready = new CountDownLatch(16);
			var tasks = IntStream.range(0, requests).<Callable<Answer>>mapToObj((i) -> () -> {
				ready.countDown();
				ready.await();
				return request.apply(i);
			}).toList();
			var answers = new ArrayList<Answer>();
			for (Future<Answer> answer : clients.invokeAll(tasks)) {
				answers.add(answer.get());
			}
			return answers;
		}
	}

	/** All of them, the example included. */
	private List<JsonNode> jobs() {
		var jobs = new ArrayList<JsonNode>();
		var page = api.read(JOBS + "?limit=100");
		page.path("jobs").forEach(jobs::add);
		while (page.path("next").isString()) {
			page = api.read(page.path("next").asString());
			page.path("jobs").forEach(jobs::add);
		}
		return jobs;
	}

	private void waitForEnd(Answer submitted) {
		while (!api.read(String.valueOf(submitted.header("Location"))).path("state").asString().equals("succeeded")) {
			Thread.onSpinWait();
		}
	}

	private Answer post(String key, String body, String... headers) {
		var all = new ArrayList<>(List.of(headers));
		all.addAll(List.of("Idempotency-Key", key));
		return api.postJson(JOBS, body, all.toArray(String[]::new));
	}

	private Answer postCsv(String query, String csv) {
		return api.post(DATASETS + query, csv.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/csv",
				"Idempotency-Key", "csv");
	}

}
