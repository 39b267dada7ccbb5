package dev.descent.web.security;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.StreamSupport;

import dev.descent.support.Api;
import dev.descent.support.Api.Answer;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What belongs to a key is there for no other, by whatever way it is asked for. */
@HttpTest
@ActiveProfiles("keys")
class OwnershipTests {

	private static final String RACE = """
			{"base": {"training": {"epochs": 7}}, "seeds": 8}""";

	private final Api anna;

	private final Api ben;

	private final Api dashboard;

	OwnershipTests(@Autowired Api api) {
		anna = api.withKey("anna-secret");
		ben = api.withKey("ben-secret");
		dashboard = api.withKey("dashboard-secret");
	}

	@Test
	void listsHaveWhatIsOnesOwnAndTheExamples() {
		var job = anna.train("{\"labels\": {\"course\": \"mine\"}}");
		assertThat(ids(anna.read(Api.JOBS + "?limit=100").path("jobs"))).contains(id(job), "example");
		assertThat(ids(dashboard.read(Api.JOBS + "?limit=100").path("jobs"))).contains(id(job), "example");
		assertThat(ids(ben.read(Api.JOBS + "?limit=100").path("jobs"))).contains("example").doesNotContain(id(job));
		assertThat(ids(ben.read(Api.JOBS + "?sort=name&limit=100").path("jobs"))).doesNotContain(id(job));
		assertThat(ids(ben.read(Api.JOBS + "?label.course=mine").path("jobs"))).isEmpty();
	}

	@Test
	void foreignDataCannotBeTrainedOn() {
		String dataset = anna.postJson(Api.DATASETS, "{\"type\": \"moons\"}").json().path("id").asString();
		String job = "{\"dataset\": {\"type\": \"stored\", \"id\": \"%s\"}}";
		assertThat(anna.postJson(Api.JOBS, job.formatted(dataset)).status()).isEqualTo(202);
		var foreign = ben.postJson(Api.JOBS, job.formatted(dataset));
		assertThat(foreign.status()).isEqualTo(422);
		var unknown = ben.postJson(Api.JOBS, job.formatted("nowhere"));
		assertThat(foreign.body().replace(dataset, "nowhere")).isEqualTo(unknown.body());
		assertThat(ids(ben.read(Api.DATASETS).path("datasets"))).doesNotContain(dataset);
		assertThat(ben.get(Api.DATASETS + "?after=" + dataset).status()).isEqualTo(404);
	}

	@Test
	void foreignPathsAreNotOnALossSurface() {
		var mine = ben.train("{}");
		var foreign = anna.train("{}");
		var answer = ben.get(Api.path(mine) + "/loss-surface?with=" + id(foreign));
		assertThat(answer.status()).isGreaterThanOrEqualTo(400);
		assertThat(answer.body().replace(id(foreign), "nowhere"))
			.isEqualTo(ben.get(Api.path(mine) + "/loss-surface?with=nowhere").body());
	}

	@Test
	void aTagOfAForeignResultSaysNothing() {
		var job = anna.train("{}");
		var result = anna.get(Api.path(job) + "/weights");
		String tag = result.header("ETag");
		assertThat(tag).isNotNull();
		assertThat(anna.get(Api.path(job) + "/weights", "If-None-Match", String.valueOf(tag)).status()).isEqualTo(304);
		assertThat(ben.get(Api.path(job) + "/weights", "If-None-Match", String.valueOf(tag)).status()).isEqualTo(404);
	}

	@Test
	void keysOfRequestsBelongToOwners() {
		String key = "shared-by-chance";
		var first = anna.postJson(Api.JOBS, "{\"seed\": 1}", "Idempotency-Key", key);
		var other = ben.postJson(Api.JOBS, "{\"seed\": 2}", "Idempotency-Key", key);
		assertThat(List.of(first.status(), other.status())).containsOnly(202);
		assertThat(id(other.json())).isNotEqualTo(id(first.json()));
		assertThat(id(anna.postJson(Api.JOBS, "{\"seed\": 1}", "Idempotency-Key", key).json()))
			.isEqualTo(id(first.json()));
	}

	@Test
	void runsOfRacesAreSharedWithinAnOwnerOnly() {
		var first = anna.ended(location(anna.postJson(Api.RACES, RACE)));
		var foreign = ben.ended(location(ben.postJson(Api.RACES, RACE)));
		var again = anna.ended(location(anna.postJson(Api.RACES, RACE)));
		assertThat(jobs(anna, again)).isEqualTo(jobs(anna, first));
		assertThat(jobs(ben, foreign)).hasSize(8).doesNotContainAnyElementsOf(jobs(anna, first));
		jobs(ben, foreign).forEach((job) -> assertThat(anna.get(Api.JOBS + "/" + job).status()).isEqualTo(404));
		jobs(ben, foreign).forEach((job) -> assertThat(ben.get(Api.JOBS + "/" + job).status()).isEqualTo(200));
	}

	@Test
	void whatIsMadeLaterBelongsToWhoAskedForIt() {
		var job = anna.train("{}");
		// A moment that was not kept is computed first, on another thread.
		var fork = anna.send("POST", Api.path(job) + "/fork?epoch=3", BodyPublishers.ofString("{}"), "Content-Type",
				"application/merge-patch+json", "Idempotency-Key", "fork");
		assertThat(fork.status()).as(fork.body()).isEqualTo(202);
		assertThat(anna.get(location(fork)).status()).isEqualTo(200);
		assertThat(ben.get(location(fork)).status()).isEqualTo(404);
		var slow = ben.train("""
				{"optimizer": {"type": "sgd", "learningRate": 0.001}, "training": {"epochs": 300}}""");
		var trial = ben.post(Api.path(slow) + "/diagnosis/learning_rate_too_low/trial");
		assertThat(trial.status()).as(trial.body()).isBetween(200, 202);
		assertThat(anna.get(location(trial)).status()).isEqualTo(404);
		assertThat(ben.get(location(trial)).status()).isEqualTo(200);
	}

	@Test
	void examplesAreForAllToSeeAndForNobodyToChange() {
		assertThat(anna.get(Api.JOBS + "/example/weights").status()).isEqualTo(200);
		var refused = List.of(anna.delete(Api.JOBS + "/example"), anna.post(Api.JOBS + "/example/cancel"),
				anna.post(Api.JOBS + "/example/pause"), anna.post(Api.JOBS + "/example/resume"),
				anna.post(Api.JOBS + "/example/step"), patch(Api.JOBS + "/example", "{\"name\": \"mine\"}"),
				patch(Api.JOBS + "/example/weights", "{\"edits\": []}"), anna.delete(Api.RACES + "/example"),
				anna.post(Api.RACES + "/example/cancel"), anna.delete(Api.RANGE_TESTS + "/example"),
				anna.post(Api.RANGE_TESTS + "/example/cancel"));
		assertThat(refused).extracting(Answer::status).containsOnly(403, 422).contains(403);
		assertThat(refused.getFirst().json().path("detail").asString()).contains("everybody's");
		assertThat(anna.read(Api.JOBS + "/example").path("name").isNull()).isTrue();
		assertThat(anna.post(Api.JOBS + "/example/rerun").status()).isEqualTo(202);
	}

	@Test
	void whatIsDoneToAllLeavesOthersAndTheExamples() {
		var mine = anna.train("{}");
		var foreign = ben.train("{}");
		var answer = anna.send("DELETE", Api.JOBS + "?all=true", BodyPublishers.noBody());
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.json().path("ids").toString()).contains(id(mine)).doesNotContain(id(foreign), "example");
		assertThat(anna.get(Api.path(mine)).status()).isEqualTo(404);
		assertThat(ben.get(Api.path(foreign)).status()).isEqualTo(200);
		assertThat(ben.get(Api.JOBS + "/example").status()).isEqualTo(200);
	}

	private Answer patch(String path, String body) {
		return anna.send("PATCH", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
	}

	private static String location(Answer made) {
		return String.valueOf(made.header("Location"));
	}

	private static String id(JsonNode thing) {
		return thing.path("id").asString();
	}

	private static List<String> ids(JsonNode things) {
		return StreamSupport.stream(things.spliterator(), false).map(OwnershipTests::id).toList();
	}

	private static List<String> jobs(Api client, JsonNode race) {
		return client.read(Api.RACES + "/" + id(race) + "/runs")
			.path("runs")
			.valueStream()
			.map((run) -> run.path("job").asString())
			.toList();
	}

}
