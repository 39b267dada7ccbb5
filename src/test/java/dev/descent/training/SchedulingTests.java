package dev.descent.training;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Api.JOBS;
import static org.assertj.core.api.Assertions.assertThat;

/** A long job never holds up a short one. */
@HttpTest
class SchedulingTests {

	@Autowired
	private Api api;

	@AfterEach
	void cancelAll() {
		api.cancelAll();
	}

	@Test
	void aShortJobIsTrainedWhileAllWorkersAreBusy() {
		int more = Runtime.getRuntime().availableProcessors() + 2;
		var busy = IntStream.range(0, more).mapToObj((_) -> longJob()).toList();
		var answer = api.postJson(JOBS, "{}", "Prefer", "wait=10");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("state").asString()).isEqualTo("succeeded");
		assertThat(turnaround(answer.json())).isLessThan(Duration.ofSeconds(5));
		assertThat(busy).allMatch((job) -> api.read(Api.path(job)).path("state").asString().equals("running"));
	}

	@Test
	void allJobsAdvanceInTurn() {
		int more = 2 * Runtime.getRuntime().availableProcessors() + 1;
		var busy = IntStream.range(0, more).mapToObj((_) -> longJob()).toList();
		api.train("{}");
		var before = busy.stream().map(this::epoch).toList();
		api.train("{\"training\": {\"epochs\": 5000}}");
		for (int i = 0; i < more; i++) {
			assertThat(epoch(busy.get(i))).isGreaterThan(before.get(i));
		}
	}

	@Test
	void aJobIsCancelledAtOnceWhileAllWorkersAreBusy() {
		int more = 3 * Runtime.getRuntime().availableProcessors();
		for (int i = 0; i < more; i++) {
			var job = longJob();
			var cancelled = api.post(Api.path((i % 2 == 0) ? job : longJob()) + "/cancel").json();
			assertThat(cancelled.path("state").asString()).isEqualTo("cancelled");
			assertThat(turnaround(cancelled)).isLessThan(Duration.ofSeconds(5));
		}
	}

	private JsonNode longJob() {
		return api.submit("{\"training\": {\"epochs\": 10000000, \"timeLimit\": \"PT1H\"}}");
	}

	private int epoch(JsonNode job) {
		return api.read(Api.path(job)).path("progress").path("epoch").asInt(0);
	}

	/** From the first to the last transition. */
	private static Duration turnaround(JsonNode job) {
		var transitions = job.path("transitions");
		return Duration.between(Instant.parse(transitions.path(0).path("at").asString()),
				Instant.parse(transitions.path(transitions.size() - 1).path("at").asString()));
	}

}
