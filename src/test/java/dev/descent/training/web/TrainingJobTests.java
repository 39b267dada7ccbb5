package dev.descent.training.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Api.DATASETS;
import static dev.descent.support.Api.JOBS;
import static dev.descent.support.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a client can do with training jobs, from the request to the results. */
@HttpTest
class TrainingJobTests {

	private static final String DEEP = """
			{"seed": 7, "dataset": {"type": "circles", "samples": 60},
			 "network": {"hiddenLayers": [{"units": 6, "activation": "relu"}, {"units": 5, "activation": "tanh"},
			                              {"units": 4, "activation": "leaky_relu"}]},
			 "regularization": {"l1": 0.001, "l2": 0.01}, "optimizer": {"type": "adam"},
			 "split": {"validationFraction": 0.25, "testFraction": 0.1},
			 "training": {"epochs": 40, "batchSize": 7}}""";

	@Autowired
	private Api api;

	@AfterEach
	void cancelAll() {
		api.cancelAll();
	}

	// Submitting

	@Test
	void theDefaultJobIsTrainedWhileTheClientWaits() {
		var answer = api.postJson(JOBS, "{}", "Prefer", "wait=10");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Preference-Applied")).isEqualTo("wait=10");
		assertThat(answer.header("Location")).isEqualTo(Api.path(answer.json()));
		var job = answer.json();
		assertThat(job.path("state").asString()).isEqualTo("succeeded");
		assertThat(job.path("stopReason").asString()).isEqualTo("completed");
		assertThat(states(job)).containsExactly("queued", "running", "succeeded");
		assertThat(job.path("warnings").isEmpty()).isTrue();
		assertThat(job.path("expiresAt").isString()).isTrue();
		var summary = job.path("summary");
		assertThat(summary.path("network").asString()).isEqualTo("2-8-1");
		assertThat(summary.path("parameterCount").asInt()).isEqualTo(33);
		assertThat(summary.path("epoch").asInt()).isEqualTo(1000);
		assertThat(summary.path("train").path("accuracy").asDouble()).isGreaterThanOrEqualTo(0.85);
		assertThat(job.path("progress").path("trainLoss").asDouble())
			.isEqualTo(summary.path("train").path("loss").asDouble());
	}

	@Test
	void theEchoHasEveryDefaultAndSeed() {
		var echo = api.train("{\"training\": {\"epochs\": 1}}").path("specification");
		assertThat(echo.toString()).isEqualTo(
				"""
						{"name":null,"labels":{},"notes":null,"seed":42,"dataset":{"type":"moons","samples":100,"noise":0.2,\
						"labelNoise":0.0,"classBalance":null,"seed":42},"features":["x1","x2"],"scaling":"standard",\
						"split":{"validationFraction":0.2,"testFraction":0.0,"stratified":true,"seed":42},\
						"network":{"hiddenLayers":[{"units":8,"activation":"sigmoid","dropout":0.0}],"outputActivation":"sigmoid",\
						"initializer":{"type":"xavier_uniform","gain":1.0,"seed":42},"initialParameters":null},\
						"loss":{"type":"binary_cross_entropy","labelSmoothing":0.0,"positiveWeight":1.0},\
						"regularization":{"l1":0.0,"l2":0.0,"maxNorm":null},\
						"optimizer":{"type":"sgd","learningRate":0.5,"momentum":0.0,"dampening":0.0,"nesterov":false,\
						"weightDecay":0.0,"decoupledWeightDecay":false,"weightDecayOnBiases":true,"preset":null},\
						"schedule":{"type":"constant"},"gradientClipping":null,"gradientNoise":null,"averaging":null,\
						"training":{"epochs":1,"batchSize":null,"shuffle":true,"seed":42,"earlyStopping":null,\
						"targetLoss":null,"timeLimit":"PT5M"},\
						"recording":{"checkpoints":64,"evaluateEvery":1,"boundaryResolution":50,\
						"instruments":"none"},\
						"breakpoints":[],"webhooks":[],"amendments":[]}""");
	}

	@Test
	void everyLinkLeadsSomewhere() {
		assertThat(api.train("{}").path("links").propertyNames()).doesNotContain("instruments");
		var links = api.train("{\"recording\": {\"instruments\": \"economy\"}}").path("links");
		assertThat(links.propertyNames()).contains("instruments", "self", "events", "lossHistory", "weights",
				"checkpoints", "boundary", "evaluation", "predictions");
		links.forEachEntry((name, path) -> {
			if (name.equals("predictions")) {
				assertThat(api.postJson(path.asString(), "{\"inputs\": [[0, 0]]}").status()).isEqualTo(200);
			}
			else if (name.equals("events")) {
				assertThat(api.get(path.asString()).status()).isEqualTo(200);
			}
			else {
				api.read(path.asString());
			}
		});
	}

	@Test
	void aJobIsAcceptedAtOnceAndCanBeLookedAt() {
		var answer = api.postJson(JOBS,
				"{\"name\": \"mine\", \"labels\": {\"course\": \"ml-101\"}, \"notes\": \"a\\nb\"}");
		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.header("Preference-Applied")).isNull();
		var job = api.read(String.valueOf(answer.header("Location")));
		assertThat(job.path("id")).isEqualTo(answer.json().path("id"));
		assertThat(job.path("name").asString()).isEqualTo("mine");
		assertThat(job.path("labels").path("course").asString()).isEqualTo("ml-101");
		assertThat(job.path("notes").asString()).isEqualTo("a\nb");
		assertThat(job.path("specification").path("name").asString()).isEqualTo("mine");
		assertThat(job.path("specification").path("notes").asString()).isEqualTo("a\nb");
	}

	@Test
	void notesAreShort() {
		assertThat(api.train("{\"training\": {\"epochs\": 0}, \"notes\": \"" + "x".repeat(10_000) + "\"}")
			.path("notes")
			.asString()).hasSize(10_000);
		var answer = api.postJson(JOBS, "{\"notes\": \"" + "x".repeat(10_001) + "\"}");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.pointers()).containsExactly("/notes");
	}

	@Test
	void aJobThatTakesLongerThanTheClientWaitsIsAccepted() {
		var answer = api.postJson(JOBS, "{\"training\": {\"epochs\": 100000000}}", "Prefer", "wait=1");
		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.json().path("state").asString()).isEqualTo("running");
		assertThat(answer.header("Location")).isEqualTo(Api.path(answer.json()));
	}

	// The same numbers

	@ParameterizedTest
	@ValueSource(strings = { "{}", DEEP })
	void theEchoPostedAgainGivesTheSameBits(String specification) {
		var first = api.train(specification);
		var second = api.train(first.path("specification").toString());
		assertThat(second.path("id")).isNotEqualTo(first.path("id"));
		assertThat(second.path("specification")).isEqualTo(first.path("specification"));
		for (String result : List.of("weights", "weights?epoch=0", "loss-history", "evaluation", "checkpoints")) {
			assertThat(api.get(Api.path(second) + "/" + result).body())
				.isEqualTo(api.get(Api.path(first) + "/" + result).body());
		}
	}

	@Test
	void twoEmptyRequestsGiveTheSameBits() {
		assertThat(api.get(Api.path(api.train("{}")) + "/weights").body())
			.isEqualTo(api.get(Api.path(api.train("{}")) + "/weights").body());
	}

	@Test
	void anotherSeedGivesOtherWeights() {
		assertThat(api.get(Api.path(api.train("{\"seed\": 1}")) + "/weights").body())
			.isNotEqualTo(api.get(Api.path(api.train("{\"seed\": 2}")) + "/weights").body());
	}

	// The list

	@Test
	void jobsAreListedNewestFirstPageByPage() {
		var ids = new ArrayList<String>();
		for (int i = 0; i < 5; i++) {
			ids.addFirst(api.train("{\"training\": {\"epochs\": 0}}").path("id").asString());
		}
		var first = api.read(JOBS + "?limit=2");
		assertThat(ids(first)).isEqualTo(ids.subList(0, 2));
		var second = api.read(first.path("next").asString());
		assertThat(ids(second)).isEqualTo(ids.subList(2, 4));
		assertThat(ids(api.read(JOBS + "?limit=1&after=" + ids.get(3)))).containsExactly(ids.get(4));
		var last = api.read(JOBS + "?limit=100&after=example");
		assertThat(ids(last)).doesNotContainAnyElementsOf(ids);
		assertThat(last.path("next").isNull()).isTrue();
	}

	@Test
	void jobsAreListedByState() {
		var running = api.submitEndless();
		var cancelled = api.submitEndless();
		api.post(Api.path(cancelled) + "/cancel");
		var succeeded = api.train("{\"training\": {\"epochs\": 0}}");
		assertThat(ids(api.read(JOBS + "?limit=100&state=cancelled"))).contains(cancelled.path("id").asString())
			.doesNotContain(running.path("id").asString(), succeeded.path("id").asString());
		assertThat(ids(api.read(JOBS + "?limit=100&state=succeeded"))).contains(succeeded.path("id").asString())
			.doesNotContain(running.path("id").asString(), cancelled.path("id").asString());
		var page = api.read(JOBS + "?limit=1&state=succeeded");
		assertThat(page.path("next").asString()).endsWith("&state=succeeded");
		assertThat(ids(api.read(page.path("next").asString()))).hasSize(1)
			.doesNotContain(succeeded.path("id").asString());
	}

	// Ending and deleting

	@Test
	void aRunningJobIsCancelledReadAndDeleted() {
		var job = api
			.postJson(JOBS, "{\"training\": {\"epochs\": 100000000, \"timeLimit\": \"PT1H\"}}", "Prefer", "wait=1")
			.json();
		assertThat(job.path("state").asString()).isEqualTo("running");
		assertThat(isProblem(api.delete(Api.path(job))).status()).isEqualTo(409);
		var cancelled = api.post(Api.path(job) + "/cancel");
		assertThat(cancelled.status()).isEqualTo(200);
		assertThat(cancelled.json().path("state").asString()).isEqualTo("cancelled");
		assertThat(cancelled.json().path("stopReason").asString()).isEqualTo("cancelled");
		assertThat(states(cancelled.json())).containsExactly("queued", "running", "cancelled");
		assertThat(isProblem(api.post(Api.path(job) + "/cancel")).status()).isEqualTo(409);
		for (String result : List.of("loss-history", "weights", "checkpoints", "evaluation", "boundary")) {
			api.result(job, result);
		}
		assertThat(api.delete(Api.path(job)).status()).isEqualTo(204);
		assertThat(isProblem(api.get(Api.path(job))).status()).isEqualTo(404);
		assertThat(isProblem(api.get(Api.path(job) + "/weights")).status()).isEqualTo(404);
		assertThat(isProblem(api.delete(Api.path(job))).status()).isEqualTo(404);
		assertThat(isProblem(api.post(Api.path(job) + "/cancel")).status()).isEqualTo(404);
	}

	@Test
	void aJobThatWasCancelledAtOnceIsWellFormed() {
		for (int i = 0; i < 50; i++) {
			var job = api.submitEndless();
			var cancelled = api.post(Api.path(job) + "/cancel").json();
			assertThat(cancelled.path("state").asString()).isEqualTo("cancelled");
			assertThat(cancelled.toString()).doesNotContain("NaN", "Infinity");
			for (String result : List.of("loss-history", "weights", "checkpoints", "evaluation", "boundary")) {
				var answer = api.get(Api.path(job) + "/" + result);
				assertThat(answer.status()).as(answer.body()).isIn(200, 409);
				assertThat(answer.body()).doesNotContain("NaN", "Infinity");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ", \"training\": {\"earlyStopping\": {}}",
			", \"training\": {\"earlyStopping\": {\"restoreBest\": false}, \"batchSize\": 10}",
			", \"split\": {\"validationFraction\": 0}" })
	void aJobThatDivergesKeepsWhatWasFinite(String more) {
		var job = api.train("""
				{"loss": {"type": "mse"}, "optimizer": {"type": "sgd", "learningRate": 1000},
				 "dataset": {"type": "plane"},
				 "network": {"hiddenLayers": [{"units": 4, "activation": "identity"}]}%s}""".formatted(more));
		assertThat(job.path("state").asString()).isEqualTo("diverged");
		assertThat(job.path("stopReason").asString()).isEqualTo("diverged");
		assertThat(job.path("warnings").size()).isEqualTo(1);
		assertThat(job.path("summary").path("train").path("loss").isNumber()).as(job.toString()).isTrue();
		var history = api.result(job, "loss-history");
		assertThat(numbers(history.path("trainLoss"))).isNotEmpty().allMatch(Double::isFinite);
		assertThat(job.path("progress").path("epoch").asDouble()).isEqualTo(numbers(history.path("epoch")).getLast());
		var weights = api.result(job, "weights");
		assertThat(flat(weights.path("layers"))).allMatch(Double::isFinite);
		for (String result : List.of("evaluation", "boundary", "checkpoints")) {
			assertThat(api.get(Api.path(job) + "/" + result).body()).doesNotContain("NaN", "Infinity");
		}
		assertThat(api.postJson(Api.path(job) + "/predictions", "{\"inputs\": [[1e100, -1e100], [0, 0]]}").body())
			.doesNotContain("NaN", "Infinity");
	}

	@Test
	void aTargetLossEndsAJob() {
		var job = api.train("{\"training\": {\"epochs\": 100000, \"targetLoss\": 0.4}}");
		assertThat(job.path("state").asString()).isEqualTo("succeeded");
		assertThat(job.path("stopReason").asString()).isEqualTo("target_reached");
		var losses = numbers(api.result(job, "loss-history").path("trainLoss"));
		assertThat(losses.getLast()).isLessThanOrEqualTo(0.4);
		assertThat(losses.subList(0, losses.size() - 1)).allMatch((loss) -> loss > 0.4);
	}

	@Test
	void earlyStoppingGivesTheBestEpochBack() {
		var job = api.train("""
				{"dataset": {"type": "moons", "noise": 0.5}, "optimizer": {"type": "adam", "learningRate": 0.1},
				 "network": {"hiddenLayers": [{"units": 32, "activation": "tanh"}]},
				 "training": {"epochs": 100000, "earlyStopping": {"patience": 20}}}""");
		assertThat(job.path("stopReason").asString()).isEqualTo("early_stopped");
		var history = api.result(job, "loss-history");
		var losses = numbers(history.path("validationLoss"));
		int best = IntStream.range(0, losses.size())
			.reduce(0, (lowest, i) -> (losses.get(i) < losses.get(lowest)) ? i : lowest);
		assertThat(losses).hasSize(best + 21);
		var weights = api.result(job, "weights");
		assertThat(weights.path("epoch").asInt()).isEqualTo(best);
		assertThat(job.path("summary").path("epoch").asInt()).isEqualTo(best);
		assertThat(job.path("summary").path("validation").path("loss").asDouble()).isEqualTo(losses.get(best));
		assertThat(api.result(job, "evaluation").path("validation").path("loss").asDouble()).isCloseTo(losses.get(best),
				within(1e-12));
		assertThat(numbers(api.result(job, "checkpoints").path("checkpoints"), "epoch")).contains((double) best);
	}

	@Test
	void aTimeLimitEndsAJobWell() {
		var job = api.train("{\"training\": {\"epochs\": 100000000, \"timeLimit\": \"PT0.05S\"}}");
		assertThat(job.path("state").asString()).isEqualTo("succeeded");
		assertThat(job.path("stopReason").asString()).isEqualTo("time_limit");
		assertThat(job.path("warnings").size()).isEqualTo(1);
		assertThat(job.path("summary").path("epoch").asInt()).isPositive();
	}

	// The start

	@Test
	void noEpochsGiveTheInitialParametersBack() {
		String layers = "[{\"weights\":[[0.1,-0.2],[1.0E-300,4.0E99]],\"biases\":[0.5,-0.0]},"
				+ "{\"weights\":[[0.3333333333333333,-7.0]],\"biases\":[2.0]}]";
		var job = api.train("{\"network\": {\"hiddenLayers\": [{\"units\": 2}], \"initialParameters\": " + layers
				+ "}, \"training\": {\"epochs\": 0}}");
		assertThat(api.result(job, "weights").path("layers").toString()).isEqualTo(layers);
		assertThat(api.result(job, "weights").path("epoch").asInt()).isZero();
		assertThat(api.result(job, "loss-history").path("epoch").toString()).isEqualTo("[0]");
		assertThat(job.path("specification").path("network").path("initialParameters").toString()).isEqualTo(layers);
	}

	@Test
	void theWeightsOfOneJobAreTheStartOfAnother() {
		String half = "{\"training\": {\"epochs\": 500}%s}";
		var first = api.train(half.formatted(""));
		var layers = api.result(first, "weights").path("layers");
		var second = api.train(half.formatted(", \"network\": {\"initialParameters\": " + layers + "}"));
		var whole = api.train("{\"training\": {\"epochs\": 1000}}");
		assertThat(api.result(second, "weights").path("layers")).isEqualTo(api.result(whole, "weights").path("layers"));
	}

	// Data

	@Test
	void inlineDataAreTrainedOn() {
		var job = api.train("""
				{"dataset": {"type": "inline", "features": [[0, 0], [0, 1], [1, 0], [1, 1]],
				             "targets": ["no", "yes", "yes", "no"], "columns": ["left", "right"]},
				 "split": {"validationFraction": 0}, "optimizer": {"type": "adam", "learningRate": 0.1},
				 "network": {"hiddenLayers": [{"units": 8, "activation": "tanh"}]}}""");
		assertThat(job.path("specification").path("features").toString()).isEqualTo("[\"left\",\"right\"]");
		assertThat(job.path("summary").path("train").path("accuracy").asDouble()).isEqualTo(1);
		assertThat(job.path("summary").has("validation")).isFalse();
		var predictions = api.postJson(Api.path(job) + "/predictions", "{\"inputs\": [[0, 0], [0, 1], [1, 0], [1, 1]]}")
			.json();
		assertThat(predictions.path("classes").toString()).isEqualTo("[\"no\",\"yes\",\"yes\",\"no\"]");
		assertThat(api.result(job, "evaluation").path("classes").toString()).isEqualTo("[\"no\",\"yes\"]");
	}

	@Test
	void aRegressionIsTrainedOn() {
		var job = api.train("""
				{"dataset": {"type": "inline", "features": [[0], [1], [2], [3], [4], [5], [6], [7], [8], [9]],
				             "targets": [1.5, 3.5, 5.5, 7.5, 9.5, 11.5, 13.5, 15.5, 17.5, 19.5]},
				 "network": {"hiddenLayers": []}, "split": {"testFraction": 0.2},
				 "optimizer": {"type": "sgd", "learningRate": 0.1}}""");
		assertThat(job.path("summary").path("task").asString()).isEqualTo("regression");
		assertThat(job.path("summary").path("train").path("r2").asDouble()).isCloseTo(1, within(1e-9));
		assertThat(job.path("summary").path("train").has("accuracy")).isFalse();
		var outputs = api.postJson(Api.path(job) + "/predictions", "{\"inputs\": [[20]]}").json();
		assertThat(outputs.path("outputs").path(0).path(0).asDouble()).isCloseTo(41.5, within(1e-6));
		assertThat(outputs.has("classes")).isFalse();
		var test = api.result(job, "evaluation").path("test");
		assertThat(test.path("samples").asInt()).isEqualTo(2);
		assertThat(test.path("rmse").asDouble()).isCloseTo(Math.sqrt(test.path("mse").asDouble()), within(1e-15));
		assertThat(test.path("mae").asDouble()).isLessThanOrEqualTo(test.path("rmse").asDouble());
		assertThat(api.result(job, "loss-history").path("metric").asString()).isEqualTo("r2");
	}

	@Test
	void aStoredDatasetIsTrainedOnByItsId() {
		var recipe = api.postJson(DATASETS, "{\"type\": \"moons\"}");
		var data = api.postJson(DATASETS,
				api.read(recipe.header("Location") + "/points")
					.toString()
					.replaceFirst("\\{", "{\"type\": \"inline\","));
		var csv = api.postCsv(DATASETS, api.get(recipe.header("Location") + "/points", "Accept", "text/csv").body());
		var weights = Stream.of(recipe, data, csv).map((stored) -> {
			assertThat(stored.status()).as(stored.body()).isEqualTo(201);
			var job = api.train(onStored(stored.json(), 50));
			assertThat(api.delete(String.valueOf(stored.header("Location"))).status()).isEqualTo(204);
			return api.result(job, "weights").path("layers");
		}).toList();
		var direct = api.train("{\"training\": {\"epochs\": 50}}");
		assertThat(weights).allMatch(api.result(direct, "weights").path("layers")::equals);
	}

	@Test
	void aJobSurvivesTheDeletionOfItsDataset() {
		var stored = api.postCsv(DATASETS, "a,b,label\n0,0,x\n1,0,y\n0,1,y\n1,1,x\n0,2,y\n3,1,x\n");
		var job = api.submit(onStored(stored.json(), 100_000_000));
		assertThat(api.delete(String.valueOf(stored.header("Location"))).status()).isEqualTo(204);
		assertThat(api.post(Api.path(job) + "/cancel").json().path("state").asString()).isEqualTo("cancelled");
		var other = api.postJson(DATASETS, "{\"type\": \"xor\"}");
		var finished = api.train(onStored(other.json(), 10));
		assertThat(api.delete(String.valueOf(other.header("Location"))).status()).isEqualTo(204);
		api.result(finished, "evaluation");
		api.result(finished, "boundary");
		assertThat(api.postJson(JOBS, onStored(other.json(), 10)).pointers()).containsExactly("/dataset/id");
	}

	private static String onStored(JsonNode dataset, int epochs) {
		return "{\"dataset\": {\"type\": \"stored\", \"id\": %s}, \"training\": {\"epochs\": %d}}"
			.formatted(dataset.path("id"), epochs);
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "standard", "min_max" })
	void featuresArePowersProductsAndWaves(String scaling) {
		var job = api.train("""
				{"features": ["x1", "x2", "x1^2", "x1*x2", "sin(x2)"], "scaling": "%s",
				 "network": {"hiddenLayers": []}, "training": {"epochs": 200}}""".formatted(scaling));
		assertThat(job.path("summary").path("network").asString()).isEqualTo("5-1");
		assertThat(job.path("summary").path("train").path("accuracy").asDouble()).isGreaterThan(0.75);
		assertThat(api.result(job, "weights").path("layers").path(0).path("weights").path(0).size()).isEqualTo(5);
		agreeWithPredictions(job, api.result(job, "boundary?resolution=5"));
	}

	// Results that must agree with each other

	@Test
	void theEvaluationAgreesWithTheSummary() {
		for (String specification : List.of("{}", DEEP, "{\"dataset\": {\"type\": \"blobs\"}}")) {
			var job = api.train(specification);
			var evaluation = api.result(job, "evaluation");
			assertThat(evaluation.path("epoch")).isEqualTo(job.path("summary").path("epoch"));
			agree(evaluation.path("training"), job.path("summary").path("train"),
					job.path("summary").path("samples").path("training").asInt());
			agree(evaluation.path("validation"), job.path("summary").path("validation"),
					job.path("summary").path("samples").path("validation").asInt());
			assertThat(evaluation.has("test")).isEqualTo(specification.equals(DEEP));
		}
	}

	private static void agree(JsonNode part, JsonNode scores, int samples) {
		assertThat(part.path("samples").asInt()).isEqualTo(samples);
		assertThat(part.path("loss").asDouble()).isCloseTo(scores.path("loss").asDouble(), within(1e-12));
		assertThat(part.path("accuracy").asDouble()).isEqualTo(scores.path("accuracy").asDouble());
		var matrix = part.path("confusionMatrix");
		int right = IntStream.range(0, matrix.size()).map((c) -> matrix.path(c).path(c).asInt()).sum();
		assertThat(flat(matrix).stream().mapToDouble(Double::doubleValue).sum()).isEqualTo(samples);
		assertThat(part.path("accuracy").asDouble()).isEqualTo((double) right / samples);
		for (int c = 0; c < matrix.size(); c++) {
			var scored = part.path("perClass").path(c);
			double support = numbers(matrix.path(c)).stream().mapToDouble(Double::doubleValue).sum();
			assertThat(scored.path("support").asDouble()).isEqualTo(support);
			assertThat(scored.path("recall").asDouble()).isEqualTo(matrix.path(c).path(c).asInt() / support);
		}
	}

	@Test
	void theBoundaryAgreesWithThePredictions() {
		var job = api.train("{}");
		var boundary = api.result(job, "boundary?resolution=9");
		agreeWithPredictions(job, boundary);
		assertThat(boundary.path("threshold").asDouble()).isEqualTo(0.5);
		for (int i = 0; i < 9; i++) {
			for (int j = 0; j < 9; j++) {
				double output = boundary.path("outputs").path(0).path(i).path(j).asDouble();
				assertThat(boundary.path("regions").path(i).path(j).asInt()).isEqualTo((output > 0.5) ? 1 : 0);
			}
		}
		assertThat(api.result(job, "boundary").path("x").path("values").size()).isEqualTo(50);
		assertThat(numbers(boundary.path("points"), "x").size()).isEqualTo(2);
		assertThat(boundary.path("points").path(0).path("x").size()).isEqualTo(80);
		assertThat(boundary.path("points").path(1).path("part").asString()).isEqualTo("validation");
	}

	@Test
	void theBoundaryOfManyClassesIsTheLargestOutput() {
		var job = api.train("{\"dataset\": {\"type\": \"blobs\", \"centers\": 4}, \"training\": {\"epochs\": 300}}");
		assertThat(job.path("specification").path("loss").path("type").asString())
			.isEqualTo("categorical_cross_entropy");
		assertThat(job.path("summary").path("network").asString()).isEqualTo("2-8-4");
		assertThat(job.path("summary").path("train").path("accuracy").asDouble()).isGreaterThan(0.8);
		var boundary = api.result(job, "boundary?resolution=7");
		assertThat(boundary.path("threshold").isNull()).isTrue();
		assertThat(boundary.path("outputs").size()).isEqualTo(4);
		agreeWithPredictions(job, boundary);
		for (int i = 0; i < 7; i++) {
			for (int j = 0; j < 7; j++) {
				int row = i;
				int column = j;
				double[] outputs = IntStream.range(0, 4)
					.mapToDouble((unit) -> boundary.path("outputs").path(unit).path(row).path(column).asDouble())
					.toArray();
				assertThat(Arrays.stream(outputs).sum()).isCloseTo(1, within(1e-12));
				assertThat(outputs[boundary.path("regions").path(i).path(j).asInt()])
					.isEqualTo(Arrays.stream(outputs).max().orElseThrow());
			}
		}
	}

	private void agreeWithPredictions(JsonNode job, JsonNode boundary) {
		var inputs = new ArrayList<String>();
		boundary.path("y")
			.path("values")
			.forEach((y) -> boundary.path("x").path("values").forEach((x) -> inputs.add("[" + x + "," + y + "]")));
		var predictions = api.postJson(Api.path(job) + "/predictions", "{\"inputs\": " + inputs + "}").json();
		int width = boundary.path("x").path("values").size();
		for (int p = 0; p < inputs.size(); p++) {
			for (int unit = 0; unit < boundary.path("outputs").size(); unit++) {
				assertThat(boundary.path("outputs").path(unit).path(p / width).path(p % width))
					.isEqualTo(predictions.path("outputs").path(p).path(unit));
			}
			int region = boundary.path("regions").path(p / width).path(p % width).asInt();
			assertThat(predictions.path("classes").path(p)).isEqualTo(boundary.path("classes").path(region));
		}
	}

	@Test
	void resultsCanBeHadAtEveryCheckpoint() {
		var job = api.train("{\"recording\": {\"checkpoints\": 5}, \"training\": {\"epochs\": 103}}");
		var history = api.result(job, "loss-history");
		for (double epoch : numbers(api.result(job, "checkpoints").path("checkpoints"), "epoch")) {
			int at = (int) epoch;
			assertThat(api.result(job, "weights?epoch=" + at).path("epoch").asInt()).isEqualTo(at);
			assertThat(api.result(job, "boundary?resolution=2&epoch=" + at).path("epoch").asInt()).isEqualTo(at);
			assertThat(api.result(job, "evaluation?epoch=" + at).path("training").path("loss").asDouble())
				.isCloseTo(history.path("trainLoss").path(at).asDouble(), within(1e-12));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4, 5, 64, 256 })
	void checkpointsAreAtMostAsManyAsAsked(int most) {
		for (int epochs : List.of(0, 1, 2, 5, 64, 255, 256, 300)) {
			var job = api.train(
					"{\"recording\": {\"checkpoints\": %d}, \"training\": {\"epochs\": %d}}".formatted(most, epochs));
			var kept = numbers(api.result(job, "checkpoints").path("checkpoints"), "epoch");
			assertThat(kept).hasSizeLessThanOrEqualTo(most).startsWith(0.0).endsWith((double) epochs).isSorted();
		}
	}

	// Waiting for the next state

	@Test
	void aRequestThatWaitsIsAnsweredAtTheNextState() {
		var job = api.submitEndless();
		assertThat(api.read(Api.path(job) + "?wait=60&seen=1").path("state").asString()).isEqualTo("running");
		var waiting = CompletableFuture.supplyAsync(() -> api.read(Api.path(job) + "?wait=60&seen=2"));
		for (int i = 0; i < 20; i++) {
			api.read(Api.path(job) + "?seen=2");
		}
		assertThat(waiting).isNotDone();
		api.post(Api.path(job) + "/cancel");
		assertThat(waiting.join().path("state").asString()).isEqualTo("cancelled");
		assertThat(waiting.join().path("stopReason").asString()).isEqualTo("cancelled");
	}

	@Test
	void aRequestThatWaitsIsAnsweredWhenItsTimeIsUp() {
		var job = api.submitEndless();
		assertThat(api.read(Api.path(job) + "?wait=60&seen=1").path("state").asString()).isEqualTo("running");
		var answer = api.read(Api.path(job) + "?wait=1&seen=2");
		assertThat(answer.path("state").asString()).isEqualTo("running");
		assertThat(states(answer)).containsExactly("queued", "running");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?wait=60", "?wait=60&seen=3", "?wait=60&seen=0", "?wait=60&seen=2147483647", "?wait=0",
			"?seen=1" })
	void nobodyWaitsForAJobThatHasEnded(String query) {
		var job = api.train("{\"training\": {\"epochs\": 3}}");
		assertThat(api.read(Api.path(job) + query)).isEqualTo(job);
	}

	@ParameterizedTest
	@CsvSource({ "?wait=-1, 422", "?wait=x, 400", "?wait=1&seen=-1, 422", "?wait=1&seen=x, 400" })
	void aWaitThatCannotBeAskedForIsAProblem(String query, int status) {
		assertThat(isProblem(api.get(Api.JOBS + "/example" + query)).status()).isEqualTo(status);
	}

	// The loss history

	@Test
	void aShortenedHistoryKeepsFirstLastAndExtremes() {
		var job = api.train("""
				{"optimizer": {"type": "sgd", "learningRate": 20, "momentum": 0.9}, "training": {"epochs": 3000}}""");
		var whole = api.result(job, "loss-history");
		for (int most : List.of(8, 9, 20, 100)) {
			var some = api.result(job, "loss-history?maxPoints=" + most);
			assertThat(some.path("epoch").size()).isBetween(most / 2, most);
			assertThat(some.path("recordedPoints").asInt()).isEqualTo(3001);
			var epochs = numbers(some.path("epoch"));
			assertThat(epochs).startsWith(0.0).endsWith(3000.0).isSorted().doesNotHaveDuplicates();
			for (String column : List.of("trainLoss", "validationLoss")) {
				var all = numbers(whole.path(column));
				var shown = numbers(some.path(column));
				assertThat(shown).contains(all.stream().min(Double::compare).orElseThrow(),
						all.stream().max(Double::compare).orElseThrow());
				for (int i = 0; i < shown.size(); i++) {
					assertThat(shown.get(i)).isEqualTo(all.get(epochs.get(i).intValue()));
				}
			}
		}
		assertThat(api.result(job, "loss-history?maxPoints=3001")).isEqualTo(whole);
	}

	@Test
	void theHistoryAsCsvHasTheSameNumbers() {
		var job = api.train("{\"training\": {\"epochs\": 20}, \"regularization\": {\"l2\": 0.1}}");
		var json = api.result(job, "loss-history");
		var answer = api.get(Api.path(job) + "/loss-history", "Accept", "text/csv");
		assertThat(answer.mediaType()).isEqualTo("text/csv");
		var lines = answer.body().lines().toList();
		assertThat(lines).hasSize(22)
			.startsWith("epoch,train_loss,train_objective,train_accuracy,validation_loss,validation_accuracy,"
					+ "learning_rate,gradient_evaluations,function_evaluations,hessian_vector_products");
		for (int i = 0; i < 21; i++) {
			String[] cells = lines.get(i + 1).split(",", -1);
			int column = 0;
			for (String name : List.of("epoch", "trainLoss", "trainObjective", "trainMetric", "validationLoss",
					"validationMetric", "learningRate", "gradientEvaluations", "functionEvaluations",
					"hessianVectorProducts")) {
				assertThat(Double.parseDouble(cells[column++])).isEqualTo(json.path(name).path(i).asDouble());
			}
			assertThat(json.path("trainObjective").path(i).asDouble())
				.isGreaterThan(json.path("trainLoss").path(i).asDouble());
		}
	}

	@Test
	void withoutValidationThereIsNoValidationLoss() {
		var job = api.train("{\"training\": {\"epochs\": 2}, \"split\": {\"validationFraction\": 0}}");
		var history = api.result(job, "loss-history");
		assertThat(history.path("validationLoss").isNull()).isTrue();
		assertThat(history.path("validationMetric").isNull()).isTrue();
		assertThat(job.path("progress").path("validationLoss").isNull()).isTrue();
		assertThat(api.get(Api.path(job) + "/loss-history", "Accept", "text/csv").body().lines().skip(1))
			.allMatch((line) -> line.contains(",,,"));
	}

	@Test
	void fewerEvaluationsAreRecordedIfFewerAreAskedFor() {
		var job = api.train("{\"training\": {\"epochs\": 25}, \"recording\": {\"evaluateEvery\": 10}}");
		assertThat(api.result(job, "loss-history").path("epoch").toString()).isEqualTo("[0,10,20,25]");
	}

	private static List<String> states(JsonNode job) {
		return job.path("transitions").valueStream().map((transition) -> transition.path("state").asString()).toList();
	}

	private static List<String> ids(JsonNode list) {
		return list.path("jobs").valueStream().map((job) -> job.path("id").asString()).toList();
	}

	private static List<Double> numbers(JsonNode array) {
		return array.valueStream().map(JsonNode::asDouble).toList();
	}

	private static List<Double> numbers(JsonNode array, String field) {
		return array.valueStream().map((element) -> element.path(field).asDouble(0)).toList();
	}

	/** All numbers below a node, in their order. */
	private static List<Double> flat(JsonNode node) {
		return node.isContainer() ? node.valueStream().flatMap((child) -> flat(child).stream()).toList()
				: List.of(node.asDouble());
	}

}
