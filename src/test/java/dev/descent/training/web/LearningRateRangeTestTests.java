package dev.descent.training.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.support.Variants;
import dev.descent.training.specification.optimizer.Ingredient;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Api.DATASETS;
import static dev.descent.support.Api.RANGE_TESTS;
import static dev.descent.support.Problems.isProblem;
import static dev.descent.support.Problems.isRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

/** What a client can do with learning-rate range tests. */
@HttpTest
class LearningRateRangeTestTests {

	private static final String LONG = """
			{"updates": 10000, "stopFactor": 1e6, "highestRate": 0.001,
			 "job": {"dataset": {"type": "moons", "samples": 20000},
			         "network": {"hiddenLayers": [{"units": 64}, {"units": 64}]}}}""";

	@Autowired
	private Api api;

	@AfterEach
	void cancelAll() {
		api.cancelAll();
	}

	// Making a test

	@Test
	void nothingIsAskedForAndARateIsSuggested() {
		var answer = api.postJson(RANGE_TESTS, "{}", "Prefer", "wait=10");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Preference-Applied")).isEqualTo("wait=10");
		var test = answer.json();
		assertThat(answer.header("Location")).isEqualTo(path(test));
		assertThat(test.path("state").asString()).isEqualTo("succeeded");
		assertThat(test.path("stopReason").asString()).isEqualTo("completed");
		assertThat(test.path("outcome").asString()).isIn("all_updates", "loss_grew");
		assertThat(test.path("expiresAt").isString()).isTrue();
		var suggestion = test.path("suggestion");
		double lowest = suggestion.path("lowestLossRate").asDouble();
		assertThat(suggestion.path("learningRate").asDouble()).isBetween(1e-5, lowest);
		assertThat(suggestion.path("tenthOfLowestLossRate").asDouble()).isEqualTo(lowest / 10);
		assertThat(suggestion.path("reason").isNull()).isTrue();
	}

	@Test
	void theEchoHasEveryDefaultAndGivesTheSameBits() {
		var first = test("{\"job\": {\"training\": {\"batchSize\": 16}}}");
		var echo = first.path("specification");
		assertThat(echo.path("job").path("training").path("seed").asInt()).isEqualTo(42);
		assertThat(echo.path("job").path("loss").path("type").asString()).isEqualTo("binary_cross_entropy");
		assertThat(echo.propertyNames()).containsExactly("job", "lowestRate", "highestRate", "updates", "smoothing",
				"stopFactor");
		var second = test(echo.toString());
		assertThat(second.path("id")).isNotEqualTo(first.path("id"));
		assertThat(second.path("specification")).isEqualTo(echo);
		assertThat(second.path("suggestion")).isEqualTo(first.path("suggestion"));
		assertThat(api.get(path(second) + "/curve").body()).isEqualTo(api.get(path(first) + "/curve").body());
	}

	@Test
	void theEchoOfTheJobIsThatOfTheTrainingJob() {
		String job = "{\"dataset\": {\"type\": \"blobs\"}, \"seed\": 7, \"training\": {\"epochs\": 1}}";
		assertThat(test("{\"job\": " + job + "}").path("specification").path("job"))
			.isEqualTo(api.train(job).path("specification"));
	}

	@Test
	void aTestIsAcceptedAtOnceAndCanBeLookedAt() {
		var answer = api.postJson(RANGE_TESTS, "{\"job\": {\"name\": \"mine\", \"labels\": {\"a\": \"b\"}}}");
		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.header("Preference-Applied")).isNull();
		var test = api.read(String.valueOf(answer.header("Location")));
		assertThat(test.path("id")).isEqualTo(answer.json().path("id"));
		assertThat(test.path("name").asString()).isEqualTo("mine");
		assertThat(test.path("labels").path("a").asString()).isEqualTo("b");
	}

	@Test
	void theExampleIsThereAndComesBack() {
		assertThat(finished(RANGE_TESTS + "/example").path("suggestion").path("learningRate").isNumber()).isTrue();
		assertThat(api.delete(RANGE_TESTS + "/example").status()).isEqualTo(204);
		assertThat(finished(RANGE_TESTS + "/example").path("expiresAt").isNull()).isTrue();
	}

	private JsonNode finished(String path) {
		var test = api.read(path);
		while (test.path("stopReason").isNull()) {
			Thread.onSpinWait();
			test = api.read(path);
		}
		return test;
	}

	@Test
	void aStoredDatasetMayBeDeletedMeanwhile() {
		var location = String.valueOf(api.postJson(DATASETS, "{\"type\": \"xor\"}").header("Location"));
		String id = location.substring(DATASETS.length() + 1);
		var accepted = api.postJson(RANGE_TESTS,
				"{\"job\": {\"dataset\": {\"type\": \"stored\", \"id\": \"" + id + "\"}}}");
		assertThat(api.delete(location).status()).isEqualTo(204);
		assertThat(finished(path(accepted.json())).path("state").asString()).isEqualTo("succeeded");
	}

	// The curve

	@Test
	void theCurveHasAPointForEveryUpdate() {
		var test = test("{\"updates\": 50, \"lowestRate\": 0.01, \"highestRate\": 1, \"smoothing\": 0}");
		var curve = api.read(test.path("links").path("curve").asString());
		var rates = numbers(curve.path("learningRate"));
		assertThat(rates).hasSize(50).startsWith(0.01).endsWith(1.0).isSorted();
		assertThat(test.path("updates").asInt()).isEqualTo(50);
		assertThat(numbers(curve.path("smoothedLoss"))).isEqualTo(numbers(curve.path("loss")));
		assertThat(numbers(curve.path("loss")).getFirst())
			.isEqualTo(api.read(Api.JOBS + "/example/loss-history").path("trainLoss").path(0).asDouble());
	}

	@Test
	void theCurveAsCsvHasTheSameNumbers() {
		var test = test("{\"job\": {\"training\": {\"batchSize\": 16}}}");
		var curve = api.read(path(test) + "/curve");
		var answer = api.get(path(test) + "/curve", "Accept", "text/csv");
		assertThat(answer.mediaType()).isEqualTo("text/csv");
		var lines = answer.body().lines().toList();
		assertThat(lines).hasSize(test.path("updates").asInt() + 1).startsWith("learning_rate,loss,smoothed_loss");
		for (int i = 1; i < lines.size(); i++) {
			assertThat(lines.get(i)).isEqualTo("%s,%s,%s".formatted(curve.path("learningRate").path(i - 1),
					curve.path("loss").path(i - 1), curve.path("smoothedLoss").path(i - 1)));
		}
	}

	// How it ends

	@Test
	void theLossGrowsBeyondTheFactor() {
		var test = test("""
				{"job": {"dataset": {"type": "sine"}, "optimizer": {"type": "adam"}}, "highestRate": 1000}""");
		assertThat(test.path("state").asString()).isEqualTo("succeeded");
		assertThat(test.path("outcome").asString()).isEqualTo("loss_grew");
		var smoothed = numbers(api.read(path(test) + "/curve").path("smoothedLoss"));
		assertThat(smoothed.getLast()).isGreaterThan(4 * smoothed.stream().mapToDouble((x) -> x).min().orElseThrow());
		assertThat(smoothed.size()).isLessThan(test.path("specification").path("updates").asInt());
	}

	@Test
	void aLossThatNeverFallsSuggestsNothing() {
		var test = test("""
				{"job": {"dataset": {"type": "plane"}, "network": {"hiddenLayers": []}},
				 "lowestRate": 3, "smoothing": 0}""");
		assertThat(test.path("outcome").asString()).isEqualTo("loss_grew");
		assertThat(test.path("suggestion").path("learningRate").isNull()).isTrue();
		assertThat(test.path("suggestion").path("reason").asString()).contains("never falls");
		assertThat(test.path("suggestion").path("lowestLossRate").asDouble()).isEqualTo(3);
	}

	@Test
	void aSweepThatOverflowsSaysSo() {
		var test = test(
				"""
						{"job": {"dataset": {"type": "inline", "features": [[1e99], [2e99], [3e99]], "targets": [0.5, 1.5, 2.5]},
						         "scaling": "none", "split": {"validationFraction": 0}, "network": {"hiddenLayers": []}}}""");
		assertThat(test.path("state").asString()).isEqualTo("succeeded");
		assertThat(test.path("stopReason").asString()).isEqualTo("completed");
		assertThat(test.path("outcome").asString()).isEqualTo("not_finite");
		assertThat(test.path("updates").asInt()).isEqualTo(1);
		assertThat(test.path("suggestion").path("learningRate").isNull()).isTrue();
		assertThat(test.path("suggestion").path("reason").asString()).contains("enough losses");
		assertThat(test.path("suggestion").path("lowestLossRate").isNull()).isTrue();
	}

	@Test
	void aLossThatFallsToTheEndIsWarnedOf() {
		var test = test("{\"highestRate\": 0.1}");
		assertThat(test.path("outcome").asString()).isEqualTo("all_updates");
		assertThat(test.path("warnings").toString()).contains("a higher one would show where it grows");
	}

	@Test
	void aRunningTestIsCancelledReadAndDeleted() {
		var test = api.postJson(RANGE_TESTS, LONG, "Prefer", "wait=1").json();
		assertThat(test.path("state").asString()).isEqualTo("running");
		assertThat(test.path("suggestion").isNull()).isTrue();
		assertThat(isProblem(api.delete(path(test))).status()).isEqualTo(409);
		var cancelled = api.post(path(test) + "/cancel");
		assertThat(cancelled.status()).isEqualTo(200);
		assertThat(cancelled.json().path("state").asString()).isEqualTo("cancelled");
		assertThat(cancelled.json().path("outcome").isNull()).isTrue();
		assertThat(isProblem(api.post(path(test) + "/cancel")).status()).isEqualTo(409);
		assertThat(api.read(path(test) + "/curve").path("loss").size())
			.isEqualTo(cancelled.json().path("updates").asInt());
		assertThat(api.delete(path(test)).status()).isEqualTo(204);
		assertThat(isProblem(api.get(path(test))).json().path("detail").asString())
			.isEqualTo("There is no learning-rate range test '%s'; it may have expired."
				.formatted(test.path("id").asString()));
	}

	// The list

	@Test
	void testsAreListedNewestFirstPageByPageAndApartFromJobs() {
		var ids = new ArrayList<String>();
		for (int i = 0; i < 3; i++) {
			ids.addFirst(test("{}").path("id").asString());
			api.train("{\"training\": {\"epochs\": 0}}");
		}
		var first = api.read(RANGE_TESTS + "?limit=2&state=succeeded");
		assertThat(ids(first)).isEqualTo(ids.subList(0, 2));
		assertThat(first.path("next").asString()).startsWith(RANGE_TESTS).endsWith("&state=succeeded");
		assertThat(ids(api.read(first.path("next").asString()))).startsWith(ids.getLast());
		assertThat(api.read(Api.JOBS + "?limit=100").toString()).doesNotContain(ids);
		assertThat(isProblem(api.get(RANGE_TESTS + "?after=nope")).status()).isEqualTo(404);
		assertThat(isProblem(api.get(Api.JOBS + "/" + ids.getFirst())).status()).isEqualTo(404);
	}

	// What is refused

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"{'lowestRate': 100} | /highestRate | must be above lowestRate, which is 100.0",
			"{'lowestRate': 2, 'highestRate': 1} | /highestRate | must be above lowestRate",
			"{'job': {'schedule': {'type': 'cosine'}}} | /job/schedule | moves the learning rate itself",
			"{'job': {'training': {'earlyStopping': {}}}} | /job/training/earlyStopping | a rule of its own",
			"{'job': {'training': {'targetLoss': 0.1}}} | /job/training/targetLoss | where it grows",
			"{'job': {'averaging': {'type': 'ema'}}} | /job/averaging | not at an average",
			"{'job': {'optimizer': {'type': 'lbfgs'}}} | /job/optimizer | cannot be swept over learning rates",
			"{'job': {'optimizer': {'type': 'rprop'}}} | /job/optimizer | only the size of its first step",
			"{'job': {'optimizer': {'type': 'sam', 'optimizer': {'type': 'schedule_free'}}}} | /job/optimizer | in place of a schedule",
			"{'job': {'optimizer': {'type': 'adamm'}}} | /job/optimizer/type | did you mean 'adam'?",
			"{'job': {'dataset': {'type': 'stored', 'id': 'nope'}}} | /job/dataset/id | names no stored dataset",
			"{'job': {'features': ['x3']}} | /job/features/0 | x3",
			"{'job': {'network': {'hiddenLayers': [{'units': 512},{'units': 512},{'units': 512},{'units': 512},{'units': 512}]}}} | /job/network/hiddenLayers | parameters" })
	void theReasonStandsAtTheField(String body, String pointer, String reason) {
		var answer = isRefusedAt(api.postJson(RANGE_TESTS, body.replace('\'', '"')), pointer);
		assertThat(answer.detailAt(pointer)).contains(reason);
	}

	@Test
	void allFaultsAreReportedAtOnce() {
		isRefusedAt(api.postJson(RANGE_TESTS, """
				{"lowestRate": 0, "updates": 9, "smoothing": 1, "stopFactor": 1, "update": 3,
				 "job": {"sed": 1, "schedule": {"type": "step", "gamma": -1}, "averaging": {"type": "swa"},
				         "optimizer": {"type": "lbfgs", "learningRate": 0},
				         "training": {"batchSize": 0, "targetLoss": -1, "earlyStopping": {"patience": 0}}}}"""),
				"/lowestRate", "/updates", "/smoothing", "/stopFactor", "/update", "/job/sed", "/job/schedule/gamma",
				"/job/schedule", "/job/averaging", "/job/optimizer", "/job/optimizer/learningRate",
				"/job/training/batchSize", "/job/training/targetLoss", "/job/training/earlyStopping",
				"/job/training/earlyStopping/patience");
	}

	@Test
	void everyMethodIsTestedThatTakesASchedule() {
		var tested = new TreeSet<String>();
		var refused = new TreeSet<String>();
		for (var optimizer : Variants.of(OptimizerSpecification.class)) {
			String name = Variants.name(optimizer);
			var answer = api.postJson(RANGE_TESTS,
					"{\"updates\": 20, \"job\": {\"optimizer\": {\"type\": \"" + name + "\"}}}", "Prefer", "wait=30");
			if (optimizer.refused().containsKey(Ingredient.SCHEDULE)) {
				isRefusedAt(answer, "/job/optimizer");
				refused.add(name);
			}
			else {
				assertThat(answer.json().path("state").asString()).as(name).isEqualTo("succeeded");
				tested.add(name);
			}
		}
		assertThat(tested).hasSizeGreaterThan(15).contains("sgd", "adam", "muon", "sam");
		assertThat(refused).contains("lbfgs", "newton", "rprop", "schedule_free");
	}

	// Whether it helps

	/**
	 * A rate that is too low or too high leaves the loss where it was; the suggested one
	 * brings it down for every method.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"type": "sgd"}                                    | {"epochs": 1000}
			{"type": "sgd"}                                    | {"epochs": 200, "batchSize": 16}
			{"type": "sgd", "momentum": 0.9}                   | {"epochs": 1000}
			{"type": "sgd", "momentum": 0.9}                   | {"epochs": 200, "batchSize": 16}
			{"type": "adam"}                                   | {"epochs": 1000}
			{"type": "adam"}                                   | {"epochs": 200, "batchSize": 16}
			{"type": "rmsprop"}                                | {"epochs": 1000}
			{"type": "rmsprop"}                                | {"epochs": 200, "batchSize": 16}
			{"type": "adagrad"}                                | {"epochs": 1000}
			{"type": "adagrad"}                                | {"epochs": 200, "batchSize": 16}
			{"type": "lion"}                                   | {"epochs": 200, "batchSize": 16}
			""")
	void trainingWithTheSuggestionLearns(String optimizer, String training) {
		for (int seed = 1; seed <= 5; seed++) {
			var test = test("{\"job\": {\"seed\": %d, \"optimizer\": %s, \"training\": %s}}".formatted(seed, optimizer,
					training));
			String rate = test.path("suggestion").path("learningRate").toString();
			var job = api.train("{\"seed\": %d, \"optimizer\": %s, \"training\": %s}".formatted(seed,
					optimizer.replace("}", ", \"learningRate\": " + rate + "}"), training));
			double start = api.result(job, "loss-history").path("trainLoss").path(0).asDouble();
			assertThat(job.path("summary").path("train").path("loss").asDouble()).as("seed %d, rate %s", seed, rate)
				.isLessThan(0.7 * start);
			assertThat(job.path("summary").path("train").path("accuracy").asDouble()).as("seed %d, rate %s", seed, rate)
				.isGreaterThanOrEqualTo(0.8);
		}
	}

	private JsonNode test(String specification) {
		var answer = api.postJson(RANGE_TESTS, specification, "Prefer", "wait=30");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static String path(JsonNode test) {
		return RANGE_TESTS + "/" + test.path("id").asString();
	}

	private static List<String> ids(JsonNode list) {
		return list.path("tests").valueStream().map((test) -> test.path("id").asString()).toList();
	}

	private static List<Double> numbers(JsonNode array) {
		return array.valueStream().map(JsonNode::asDouble).toList();
	}

}
