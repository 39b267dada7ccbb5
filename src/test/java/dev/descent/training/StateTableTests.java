package dev.descent.training;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.descent.support.Api;
import dev.descent.support.Api.Answer;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static dev.descent.support.Api.JOBS;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every verb in every state. One worker, whose slices last until somebody calls, so that
 * a running job runs and a queued one waits for as long as a test looks at them.
 */
@HttpTest
@TestPropertySource(properties = { "descent.scheduler.workers=1", "descent.scheduler.slice=1h" })
class StateTableTests {

	/** A state, and for each verb what is answered: a state of the job, or a status. */
	private static final List<String> TABLE = """
			           pause   resume step    cancel    amend   edit_weights continue fork rerun delete
			queued     paused  409    409     cancelled queued  409          409      409  202   409
			running    paused  409    409     cancelled running 409          409      202  202   409
			paused     409     queued queued  cancelled paused  paused       409      202  202   409
			succeeded  409     409    409     409       409     409          202      202  202   204
			failed     409     409    409     409       409     409          409      409  202   204
			cancelled  409     409    409     409       409     409          202      202  202   204
			diverged   409     409    409     409       409     409          409      202  202   204
			""".lines().toList();

	private static final String ENDLESS = "{\"training\": {\"epochs\": 100000000, \"timeLimit\": \"PT1H\"}}";

	@Autowired
	private Api api;

	@Autowired
	private TrainingJobs jobs;

	@AfterEach
	void clear() {
		api.cancelAll();
	}

	static Stream<Arguments> cells() {
		var verbs = words(TABLE.getFirst());
		return TABLE.stream().skip(1).map(StateTableTests::words).flatMap((row) -> {
			assertThat(row).hasSize(verbs.size() + 1);
			return verbs.stream().map((verb) -> Arguments.of(row.getFirst(), verb, row.get(1 + verbs.indexOf(verb))));
		});
	}

	private static List<String> words(String line) {
		return Arrays.asList(line.strip().split("\\s+"));
	}

	@Test
	void theTableIsWhole() {
		assertThat(words(TABLE.getFirst())).containsExactlyElementsOf(
				Arrays.stream(Verb.values()).map((verb) -> verb.name().toLowerCase(Locale.ROOT)).toList());
		assertThat(TABLE.stream().skip(1).map((row) -> words(row).getFirst()))
			.containsExactlyElementsOf(Arrays.stream(JobState.values()).map(JobState::jsonName).toList());
	}

	@ParameterizedTest(name = "{1} when {0}: {2}")
	@MethodSource("cells")
	void everyVerbInEveryState(String state, String verb, String expected) {
		String job = jobIn(state);
		assertThat(api.read(job).path("state").asString()).isEqualTo(state);
		var before = api.read(job).path("transitions");

		var answer = ask(verb, job);

		switch (expected) {
			case "409" -> {
				assertThat(answer.status()).as(answer.body()).isEqualTo(409);
				assertThat(answer.json().path("detail").asString()).startsWith("The job ");
				assertThat(api.read(job).path("transitions")).isEqualTo(before);
			}
			case "202" -> {
				assertThat(answer.status()).as(answer.body()).isEqualTo(202);
				assertThat(answer.json().at("/origin/job").asString()).isEqualTo(job.substring(JOBS.length() + 1));
				assertThat(answer.header("Location")).isEqualTo(Api.path(answer.json()));
			}
			case "204" -> assertThat(answer.status()).as(answer.body()).isEqualTo(204);
			case "queued" -> {
				assertThat(answer.status()).as(answer.body()).isEqualTo(200);
				assertThat(answer.json().path("transitions").valueStream().map((at) -> at.path("state").asString()))
					.contains("queued");
			}
			default -> {
				assertThat(answer.status()).as(answer.body()).isEqualTo(200);
				assertThat(answer.json().path("state").asString()).isEqualTo(expected);
			}
		}
	}

	private Answer ask(String verb, String job) {
		return switch (verb) {
			case "amend" -> patch(job, "{\"optimizer\": {\"learningRate\": 0.1}}");
			case "edit_weights" ->
				patch(job + "/weights", "{\"weights\": [{\"layer\": 0, \"unit\": 0, \"input\": 0, \"value\": 1}]}");
			case "fork" -> api.postJson(job + "/fork", "{}");
			case "delete" -> api.delete(job);
			default -> api.post(job + "/" + verb);
		};
	}

	private Answer patch(String path, String json) {
		return api.send("PATCH", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
	}

	private String jobIn(String state) {
		return switch (state) {
			case "queued" -> {
				running();
				yield Api.path(api.submit(ENDLESS));
			}
			case "running" -> running();
			case "paused" -> {
				String job = running();
				assertThat(api.post(job + "/pause").status()).isEqualTo(200);
				yield job;
			}
			case "succeeded" -> Api.path(api.train("{\"training\": {\"epochs\": 3}}"));
			case "failed" -> {
				var job = jobs.takeOn(Trainings.job("failed-" + names.size(), "{}", () -> {
					throw new IllegalStateException("no data");
				}, InstantSource.system()));
				names.add(job.id().value());
				job.lifeCycle().finished().join();
				yield JOBS + "/" + job.id();
			}
			case "cancelled" -> {
				String job = running();
				assertThat(api.post(job + "/cancel").status()).isEqualTo(200);
				yield job;
			}
			default -> Api.path(api.train(
					"{\"dataset\": {\"type\": \"sine\"}, \"optimizer\": {\"type\": \"sgd\", \"learningRate\": 1000}}"));
		};
	}

	private static final List<String> names = new ArrayList<>();

	/** A job that has recorded something and goes on. */
	private String running() {
		var job = api.postJson(JOBS, ENDLESS);
		String path = Api.path(job.json());
		while (api.read(path).path("progress").isNull()) {
			Thread.onSpinWait();
		}
		return path;
	}

}
