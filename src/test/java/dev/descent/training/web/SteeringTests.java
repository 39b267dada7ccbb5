package dev.descent.training.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

import dev.descent.support.Api;
import dev.descent.support.Api.Answer;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs that are steered, visited and branched over HTTP. */
@HttpTest
class SteeringTests {

	/** Stands still before its first update. */
	private static final String STANDING = """
			{"training": {"epochs": 300, "batchSize": 16}, "recording": {"checkpoints": 4},
			 "breakpoints": [{"when": "step == 0"}]}""";

	@Autowired
	private Api api;

	@AfterEach
	void clear() {
		api.cancelAll();
	}

	@Test
	void aJobIsSteppedByUpdatesAndByEpochs() {
		String job = standing();
		assertThat(api.post(job + "/step").status()).isEqualTo(200);
		assertThat(paused(job).at("/progress/step").asInt()).isZero();
		assertThat(api.read(job + "/weights").path("step").asInt()).isEqualTo(1);
		api.post(job + "/step?updates=6");
		assertThat(paused(job).path("pausedAtStep").asInt()).isEqualTo(7);
		assertThat(api.read(job + "/weights").path("step").asInt()).isEqualTo(7);
		api.post(job + "/step?epochs=2");
		assertThat(paused(job).at("/progress/epoch").asInt()).isEqualTo(3);
		assertThat(api.read(job + "/weights").path("step").asInt()).isEqualTo(15);
		assertThat(api.post(job + "/cancel").json().path("pausedAtStep").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "updates=0, updates", "epochs=-1, epochs", "updates=1&epochs=1, epochs", "updates=1000001, updates" })
	void aStepThatIsNoneIsRefused(String query, String parameter) {
		var answer = api.post(standing() + "/step?" + query);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo(parameter);
	}

	@Test
	void aChangeIsAnAmendmentOfTheDocument() {
		String job = standing();
		api.post(job + "/step?updates=7");
		paused(job);
		var changed = patch(job, """
				{"optimizer": {"learningRate": 0.1}, "training": {"epochs": 20}, "name": "slower", "notes": "why?"}""");
		assertThat(changed.status()).as(changed.body()).isEqualTo(200);
		assertThat(changed.json().at("/amended/optimizer/learningRate").asDouble()).isEqualTo(0.1);
		assertThat(changed.json().at("/specification/optimizer/learningRate").asDouble()).isEqualTo(0.5);
		assertThat(changed.json().path("name").asString()).isEqualTo("slower");
		assertThat(changed.json().path("notes").asString()).isEqualTo("why?");
		var document = api.read(job + "/document");
		assertThat(document.path("amendments").size()).isEqualTo(1);
		assertThat(document.at("/amendments/0/step").asInt()).isEqualTo(7);

		api.post(job + "/resume");
		var ended = ended(job);
		assertThat(ended.at("/summary/epoch").asInt()).isEqualTo(20);
		assertThat(again(document)).isEqualTo(api.read(job + "/weights"));
	}

	@Test
	void whatAJobIsCalledCanBeChangedWhenItHasEnded() {
		var job = api.train(
				"{\"name\": \"a\", \"labels\": {\"course\": \"x\", \"week\": \"1\"}, \"training\": {\"epochs\": 1}}");
		var answer = patch(Api.path(job), "{\"name\": null, \"labels\": {\"course\": \"ml-101\", \"week\": null}}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("name").isNull()).isTrue();
		assertThat(answer.json().path("labels").toString()).isEqualTo("{\"course\":\"ml-101\"}");
		assertThat(api.read(Api.path(job) + "/document").path("labels")).isEqualTo(answer.json().path("labels"));
	}

	@Test
	void everyFaultOfAChangeIsToldAndNothingIsChanged() {
		String job = standing();
		api.post(job + "/step?epochs=5");
		paused(job);
		var before = api.read(job + "/document");
		var answer = patch(job, """
				{"optimizer": {"learningRate": -1, "momentun": 0.9}, "dataset": {"samples": 7}, "sed": 1,
				 "schedule": {"type": "cosin"}, "labels": {"": "x"}, "breakpoints": [{"when": "loss <"}]}""");
		assertThat(answer.status()).as(answer.body()).isEqualTo(422);
		assertThat(answer.pointers()).contains("/optimizer/learningRate", "/optimizer/momentun", "/dataset", "/sed",
				"/schedule/type", "/breakpoints/0/when");
		assertThat(answer.detailAt("/dataset")).startsWith("cannot be changed once a run has begun");
		assertThat(patch(job, "{\"training\": {\"epochs\": 4}}").detailAt("/training/epochs"))
			.isEqualTo("must be at least 5, the epochs that have begun");
		assertThat(patch(job, "{\"network\": {\"hiddenLayers\": [{\"units\": 9}]}}").detailAt("/network/hiddenLayers"))
			.startsWith("must keep as many units in each layer as 2-8-1 has");
		assertThat(patch(job + "/weights", """
				{"weights": [{"layer": 2, "unit": 0, "value": 1}, {"layer": 0, "unit": 8, "input": 2, "value": 1}]}""")
			.pointers()).containsExactly("/weights/0/layer", "/weights/1/unit", "/weights/1/input");
		assertThat(api.read(job + "/document")).isEqualTo(before);
	}

	@Test
	void aWeightIsEditedByHand() {
		String job = standing();
		api.post(job + "/step?epochs=1");
		paused(job);
		var edited = patch(job + "/weights",
				"""
						{"weights": [{"layer": 0, "unit": 2, "input": 1, "value": 0.25}, {"layer": 1, "unit": 0, "value": -3}]}""");
		assertThat(edited.status()).as(edited.body()).isEqualTo(200);
		var weights = api.read(job + "/weights");
		assertThat(weights.at("/layers/0/weights/2/1").asDouble()).isEqualTo(0.25);
		assertThat(weights.at("/layers/1/biases/0").asDouble()).isEqualTo(-3);
		api.post(job + "/resume");
		ended(job);
		assertThat(again(api.read(job + "/document"))).isEqualTo(api.read(job + "/weights"));
	}

	@Test
	void breakpointsHoldARunAndSayWhichOneHit() {
		var submitted = api.submit("""
				{"training": {"epochs": 50}, "breakpoints": [{"when": "epoch == 10"}, {"when": "loss < 0"},
				 {"when": "epoch % 20 == 0 && step > 0"}]}""");
		String job = Api.path(submitted);
		assertThat(hit(paused(job))).isEqualTo("epoch == 10");
		assertThat(api.read(job + "/weights").path("epoch").asInt()).isEqualTo(10);
		api.post(job + "/resume");
		assertThat(hit(paused(job))).isEqualTo("epoch % 20 == 0 && step > 0");
		assertThat(api.read(job + "/weights").path("epoch").asInt()).isEqualTo(20);
		assertThat(patch(job, "{\"breakpoints\": []}").status()).isEqualTo(200);
		api.post(job + "/resume");
		assertThat(ended(job).path("state").asString()).isEqualTo("succeeded");
		var straight = api.train("{\"training\": {\"epochs\": 50}}");
		assertThat(api.read(job + "/weights")).isEqualTo(api.result(straight, "weights"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "loss > | column 7", "los < 1 | did you mean 'loss'", "loss | not a condition" })
	void aFaultInABreakpointIsToldWithItsPosition(String when, String detail) {
		var answer = api.postJson(Api.JOBS, "{\"breakpoints\": [{\"when\": \"%s\"}]}".formatted(when));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.detailAt("/breakpoints/0/when")).contains(detail);
	}

	@Test
	void anyMomentIsThereAgain() {
		var job = api.train("""
				{"training": {"epochs": 40, "batchSize": 16}, "recording": {"checkpoints": 3}}""");
		var full = api.train("""
				{"training": {"epochs": 40, "batchSize": 16}, "recording": {"checkpoints": 64}}""");
		assertThat(api.result(job, "checkpoints").path("checkpoints").size()).isLessThanOrEqualTo(3);
		for (int epoch : List.of(0, 1, 7, 13, 39, 40)) {
			for (String result : List.of("weights?", "boundary?resolution=5&", "evaluation?")) {
				assertThat(api.result(job, result + "epoch=" + epoch)).as("%s %d", result, epoch)
					.isEqualTo(api.result(full, result + "epoch=" + epoch));
			}
		}
		assertThat(api.result(job, "weights?step=35")).isEqualTo(api.result(job, "weights?epoch=7"));
		assertThat(api.result(job, "weights?step=36").path("step").asInt()).isEqualTo(36);
		assertThat(api.result(job, "boundary?step=36&resolution=2").path("step").asInt()).isEqualTo(36);
		var predicted = api.postJson(Api.path(job) + "/predictions", "{\"inputs\": [[0, 0]], \"step\": 36}");
		assertThat(predicted.json().path("step").asInt()).isEqualTo(36);
	}

	@ParameterizedTest
	@ValueSource(strings = { "epoch=4", "step=17" })
	void thereIsNothingAfterTheEnd(String moment) {
		var job = api.train("{\"training\": {\"epochs\": 3, \"batchSize\": 16}}");
		var answer = api.get(Api.path(job) + "/weights?" + moment);
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.json().path("detail").asString())
			.isEqualTo("There is no " + moment.replace("=", " ") + " in this run: it ended at step 15.");
	}

	@Test
	void theStepBeforeARunDivergedCanBeSeen() {
		var job = api.train("""
				{"dataset": {"type": "sine"}, "optimizer": {"type": "sgd", "learningRate": 1000},
				 "recording": {"evaluateEvery": 1000}}""");
		assertThat(job.path("state").asString()).isEqualTo("diverged");
		assertThat(job.at("/summary/step").asLong()).isZero();
		assertThat(api.result(job, "weights?step=20").path("step").asLong()).isEqualTo(20);
		assertThat(api.get(Api.path(job) + "/weights?step=1000").status()).isEqualTo(404);
	}

	@Test
	void whatIsNotReachedYetIsAConflict() {
		String job = standing();
		assertThat(api.get(job + "/weights?epoch=5").status()).isEqualTo(409);
		var both = api.get(job + "/weights?epoch=0&step=0");
		assertThat(both.status()).isEqualTo(422);
		assertThat(both.json().at("/errors/0/parameter").asString()).isEqualTo("step");
		assertThat(api.postJson(job + "/predictions", "{\"inputs\": [[0, 0]], \"epoch\": 0, \"step\": 0}").pointers())
			.containsExactly("/step");
	}

	@Test
	void aForkGoesOnInAnotherWay() {
		var job = api.train("{\"training\": {\"epochs\": 30, \"batchSize\": 16}}");
		var forked = api.postJson(Api.path(job) + "/fork?epoch=10", """
				{"name": "with adam", "optimizer": {"type": "adam", "learningRate": 0.01}}""");
		assertThat(forked.status()).as(forked.body()).isEqualTo(202);
		var fork = ended(Api.path(forked.json()));
		assertThat(fork.at("/origin").toString()).isEqualTo(
				"{\"job\":\"%s\",\"kind\":\"fork\",\"step\":50,\"finding\":null}".formatted(job.path("id").asString()));
		assertThat(fork.at("/amended/optimizer/type").asString()).isEqualTo("adam");
		assertThat(forked.json().at("/progress/epoch").asInt()).isGreaterThanOrEqualTo(10);
		assertThat(forked.json().at("/progress/step").asInt()).isGreaterThanOrEqualTo(50);
		assertThat(api.result(fork, "weights?epoch=10")).isEqualTo(api.result(job, "weights?epoch=10"));
		assertThat(api.result(fork, "weights?epoch=11")).isNotEqualTo(api.result(job, "weights?epoch=11"));
		assertThat(api.result(fork, "loss-history").path("epoch").size()).isEqualTo(31);
		assertThat(again(api.result(fork, "document"))).isEqualTo(api.result(fork, "weights"));
	}

	@Test
	void moreEpochsAfterTheEndAreAsIfTheyHadBeenAskedFor() {
		var half = api.train("{\"training\": {\"epochs\": 20, \"batchSize\": 16}}");
		var more = api.send("POST", Api.path(half) + "/continue?epochs=15", BodyPublishers.noBody(), "Prefer",
				"wait=30");
		assertThat(more.status()).as(more.body()).isEqualTo(200);
		var straight = api.train("{\"training\": {\"epochs\": 35, \"batchSize\": 16}}");
		assertThat(api.result(more.json(), "weights")).isEqualTo(api.result(straight, "weights"));
		assertThat(api.result(more.json(), "loss-history")).isEqualTo(api.result(straight, "loss-history"));
	}

	@Test
	void aJobThatStoppedEarlyGoesOnWithoutTheRule() {
		var early = api
			.train("""
					{"optimizer": {"type": "adam", "learningRate": 0.2}, "training": {"earlyStopping": {"patience": 5}}}""");
		assertThat(early.path("stopReason").asString()).isEqualTo("early_stopped");
		var more = api.send("POST", Api.path(early) + "/continue?epochs=10", BodyPublishers.noBody(), "Prefer",
				"wait=30");
		assertThat(more.json().path("stopReason").asString()).isEqualTo("completed");
		assertThat(more.json().at("/amended/training/earlyStopping").isNull()).isTrue();
	}

	private static String hit(JsonNode job) {
		return job.path("transitions").path(job.path("transitions").size() - 1).path("breakpoint").asString();
	}

	private JsonNode again(JsonNode document) {
		var again = api.postJson(Api.JOBS, document.toString()).json();
		var ended = ended(Api.path(again));
		return api.result(ended, "weights");
	}

	private String standing() {
		String job = Api.path(api.submit(STANDING));
		paused(job);
		return job;
	}

	private JsonNode paused(String job) {
		return waitFor(job, List.of("paused"));
	}

	/** The job when it has ended; it is resumed where a breakpoint holds it. */
	private JsonNode ended(String job) {
		var now = waitFor(job, List.of("paused", "succeeded", "diverged", "failed"));
		if (now.path("state").asString().equals("paused")) {
			api.post(job + "/resume");
			return ended(job);
		}
		return now;
	}

	private JsonNode waitFor(String job, List<String> states) {
		var now = api.read(job);
		while (!states.contains(now.path("state").asString())) {
			now = api.read(job + "?wait=10&seen=" + now.path("transitions").size());
		}
		return now;
	}

	private Answer patch(String path, String json) {
		return api.send("PATCH", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
	}

}
