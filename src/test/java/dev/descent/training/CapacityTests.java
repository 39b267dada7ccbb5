package dev.descent.training;

import java.util.ArrayDeque;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Api.JOBS;
import static dev.descent.support.Api.RANGE_TESTS;
import static org.assertj.core.api.Assertions.assertThat;

/** No more is taken on than there is room for. */
@HttpTest
@TestPropertySource(properties = { "descent.limits.active-jobs=3", "descent.limits.analysis-work=3300" })
class CapacityTests {

	@Autowired
	private Api api;

	@AfterEach
	void cancelAll() {
		api.cancelAll();
	}

	@Test
	void oneJobTooManyIsRefusedUntilAnotherHasEnded() {
		var active = new ArrayDeque<JsonNode>();
		for (int i = 0; i < 3; i++) {
			active.add(api.submitEndless());
		}
		int known = api.read(JOBS).path("jobs").size();
		for (String prefer : new String[] { "wait=10", "respond-async" }) {
			var answer = api.postJson(JOBS, "{}", "Prefer", prefer);
			assertThat(answer.status()).isEqualTo(503);
			assertThat(answer.mediaType()).isEqualTo("application/problem+json");
			assertThat(answer.json().path("type").asString()).isEqualTo("/problems/too-busy");
			assertThat(answer.header("Retry-After")).matches("[1-9]|[1-5][0-9]|60");
			assertThat(answer.header("Location")).isNull();
		}
		assertThat(api.read(JOBS).path("jobs").size()).isEqualTo(known);
		assertThat(api.post(Api.path(active.remove()) + "/cancel").status()).isEqualTo(200);
		assertThat(api.train("{}").path("state").asString()).isEqualTo("succeeded");
		active.add(api.submitEndless());
		assertThat(api.postJson(JOBS, "{}").status()).isEqualTo(503);
	}

	@Test
	void jobsOfEveryKindShareTheRoom() {
		for (int i = 0; i < 3; i++) {
			api.submitEndless();
		}
		var answer = api.postJson(RANGE_TESTS, "{}", "Prefer", "wait=10");
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.header("Location")).isNull();
		api.cancelAll();
		assertThat(api.postJson(RANGE_TESTS, "{}", "Prefer", "wait=10").status()).isEqualTo(200);
	}

	@Test
	void whateverEndsOrIsRefusedLeavesItsPlace() {
		for (int i = 0; i < 10; i++) {
			assertThat(api.post(Api.path(api.submitEndless()) + "/cancel").status()).isEqualTo(200);
			assertThat(api.train("{\"training\": {\"epochs\": 0}}").path("state").asString()).isEqualTo("succeeded");
			assertThat(api.postJson(JOBS, "{\"seed\": \"x\"}").status()).isEqualTo(422);
			assertThat(api.postJson(JOBS, "{\"dataset\": {\"type\": \"stored\", \"id\": \"x\"}}").status())
				.isEqualTo(422);
		}
		for (int i = 0; i < 3; i++) {
			api.submitEndless();
		}
		assertThat(api.postJson(JOBS, "{\"seed\": \"x\"}").status()).isEqualTo(422);
		assertThat(api.postJson(JOBS, "{}").status()).isEqualTo(503);
	}

	@Test
	void theExampleIsRunAgainEvenIfThereIsNoRoom() {
		theExampleIsTrained();
		for (int i = 0; i < 3; i++) {
			api.submitEndless();
		}
		assertThat(api.delete(JOBS + "/example").status()).isEqualTo(204);
		theExampleIsTrained();
	}

	/**
	 * The example has 33 parameters and 100 samples, just as many as may be evaluated.
	 */
	@Test
	void noAnswerTakesMoreWorkThanAllowed() {
		theExampleIsTrained();
		assertThat(api.get(JOBS + "/example/evaluation").status()).isEqualTo(200);
		assertThat(api.get(JOBS + "/example/boundary?resolution=10").status()).isEqualTo(200);

		var boundary = api.get(JOBS + "/example/boundary?resolution=11");
		assertThat(boundary.status()).isEqualTo(422);
		assertThat(boundary.json().at("/errors/0/parameter").asString()).isEqualTo("resolution");
		assertThat(boundary.json().at("/errors/0/detail").asString())
			.isEqualTo("asks for 121 outputs at once; of a network of this size at most 100 are allowed");

		var predictions = api.postJson(JOBS + "/example/predictions",
				"{\"inputs\": [" + "[0, 0],".repeat(100) + "[0, 0]]}");
		assertThat(predictions.status()).isEqualTo(422);
		assertThat(predictions.pointers()).containsExactly("/inputs");

		var larger = api.train("{\"dataset\": {\"type\": \"moons\", \"samples\": 101}, \"training\": {\"epochs\": 1}}");
		var evaluation = api.get(Api.path(larger) + "/evaluation");
		assertThat(evaluation.status()).isEqualTo(409);
		assertThat(evaluation.json().path("detail").asString())
			.isEqualTo("The job has 101 samples; with a network of its size at most 100 can be evaluated.");
	}

	private void theExampleIsTrained() {
		while (!api.read(JOBS + "/example").path("state").asString().equals("succeeded")) {
			Thread.onSpinWait();
		}
	}

}
