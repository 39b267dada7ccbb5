package dev.descent.training.web;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;

import dev.descent.support.Api;
import dev.descent.support.Api.Answer;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Api.JOBS;
import static dev.descent.support.Api.RANGE_TESTS;
import static org.assertj.core.api.Assertions.assertThat;

/** What no longer changes need not be sent again. */
@HttpTest
class EndedJobsTests {

	@Autowired
	private Api api;

	@AfterEach
	void cancelAll() {
		api.cancelAll();
	}

	@ParameterizedTest
	@ValueSource(strings = { "weights", "weights?epoch=0", "checkpoints", "loss-history", "loss-history?maxPoints=8",
			"boundary?resolution=5", "evaluation" })
	void aResultOfAnEndedJobIsSentOnce(String result) {
		sentOnce(Api.path(api.train("{}")) + "/" + result);
	}

	@Test
	void soIsTheCurveOfARangeTest() {
		var test = api.postJson(RANGE_TESTS, "{}", "Prefer", "wait=30");
		sentOnce(test.header("Location") + "/curve");
	}

	private void sentOnce(String path) {
		var first = api.get(path);
		assertThat(first.status()).isEqualTo(200);
		String tag = tag(first);
		assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
		assertThat(variesBy(first)).contains("accept");
		for (String has : List.of(tag, tag.substring(2), "\"x\", " + tag)) {
			var second = api.get(path, "If-None-Match", has);
			assertThat(second.status()).isEqualTo(304);
			assertThat(second.body()).isEmpty();
			assertThat(second.header("ETag")).isEqualTo(tag);
			assertThat(second.header("Cache-Control")).isEqualTo("no-cache");
			assertThat(variesBy(second)).contains("accept");
		}
		for (String other : List.of("\"x\"", "W/\"0\"", "*", "")) {
			assertThat(api.get(path, "If-None-Match", other).body()).isEqualTo(first.body());
		}
	}

	@Test
	void everythingThatDiffersHasATagOfItsOwn() {
		String job = Api.path(api.train("{}"));
		String other = Api.path(api.train("{}"));
		var tags = new HashSet<String>();
		for (String path : List.of(job + "/weights", job + "/weights?epoch=0", job + "/loss-history",
				other + "/weights")) {
			assertThat(tags.add(tag(api.get(path)))).as(path).isTrue();
		}
		assertThat(tags.add(tag(api.get(job + "/loss-history", "Accept", "text/csv")))).isTrue();
	}

	@Test
	void whatMayStillChangeHasNoTag() {
		var running = api.submitEndless();
		while (api.read(Api.path(running)).path("progress").isNull()) {
			Thread.onSpinWait();
		}
		for (String result : List.of("/weights", "/loss-history", "/checkpoints", "/evaluation")) {
			assertThat(api.get(Api.path(running) + result).header("ETag")).isNull();
		}
		String ended = Api.path(api.train("{}"));
		assertThat(api.get(ended).header("ETag")).isNull();
		assertThat(api.get(JOBS).header("ETag")).isNull();
	}

	@Test
	void whatGoesWrongHasNoTag() {
		String job = Api.path(api.train("{}"));
		for (String path : List.of(job + "/weights?epoch=-1", job + "/weights?epoch=x", job + "/weights?x=1",
				job + "/boundary?resolution=1", JOBS + "/nope/weights")) {
			var answer = api.get(path, "If-None-Match", "\"x\"");
			assertThat(answer.status()).isBetween(400, 499);
			assertThat(answer.header("ETag")).isNull();
		}
	}

	@Test
	void aDeletedJobIsGone() {
		String job = Api.path(api.train("{}"));
		String tag = tag(api.get(job + "/weights"));
		api.delete(job);
		assertThat(api.get(job + "/weights", "If-None-Match", tag).status()).isEqualTo(404);
	}

	/** It has the same id and the same numbers, but might have others. */
	@Test
	void theExampleMadeAgainHasOtherTags() {
		theExampleIsTrained();
		String path = JOBS + "/example/weights";
		String tag = tag(api.get(path));
		assertThat(api.delete(JOBS + "/example").status()).isEqualTo(204);
		theExampleIsTrained();
		var again = api.get(path, "If-None-Match", tag);
		assertThat(again.status()).isEqualTo(200);
		assertThat(tag(again)).isNotEqualTo(tag);
	}

	private void theExampleIsTrained() {
		JsonNode example;
		do {
			example = api.read(JOBS + "/example");
		}
		while (!example.path("state").asString().equals("succeeded"));
	}

	/** The compression of an answer may have added to it. */
	private static List<String> variesBy(Answer answer) {
		return List.of(String.join(",", answer.headers().allValues("Vary")).toLowerCase(Locale.ROOT).split(",\\s*"));
	}

	private static String tag(Answer answer) {
		String tag = String.valueOf(answer.header("ETag"));
		assertThat(tag).matches("W/\"[0-9a-f]{16}\"");
		return tag;
	}

}
