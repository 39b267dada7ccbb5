package dev.descent.race.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.support.Watching.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Api.RACES;
import static dev.descent.support.Problems.isProblem;
import static dev.descent.support.Problems.isRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

/** What a client can do with races. */
@HttpTest
class RaceTests {

	/** Three methods on mini-batches, three seeds. */
	private static final String BATCHES = """
			{"base": {"training": {"epochs": 12, "batchSize": 16}}, "seeds": 3,
			 "variants": [{"patch": {}}, {"patch": {"optimizer": {"type": "adam"}}},
			              {"name": "fast", "patch": {"optimizer": {"learningRate": 2}}}]}""";

	@Autowired
	private Api api;

	@AfterEach
	void cancelAll() {
		api.cancelAll();
	}

	private JsonNode race(String specification) {
		var answer = api.postJson(RACES, specification, "Prefer", "wait=60");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private List<JsonNode> runs(JsonNode race) {
		return api.follow(race, "runs").path("runs").valueStream().toList();
	}

	// Fair by construction

	@Test
	void allVariantsOfASeedStartFromTheSameBitsAndSeeTheSameBatches() {
		var race = race(BATCHES);
		var runs = runs(race);
		assertThat(runs).hasSize(9);
		var starts = new HashSet<String>();
		for (int seed = 42; seed < 45; seed++) {
			int of = seed;
			var jobs = runs.stream()
				.filter((run) -> run.path("seed").asInt() == of)
				.map((run) -> run.path("job").asString())
				.toList();
			assertThat(jobs).hasSize(3);
			var first = new HashSet<String>();
			var batches = new HashSet<List<String>>();
			for (String job : jobs) {
				String path = Api.JOBS + "/" + job;
				first.add(api.read(path + "/weights?epoch=0").path("layers").toString());
				var seen = new ArrayList<String>();
				for (int step = 1; step <= 60; step += 7) {
					seen.add(api.read(path + "/trace?step=" + step).at("/batch/samples").toString());
				}
				batches.add(seen);
			}
			assertThat(first).hasSize(1);
			assertThat(batches).hasSize(1);
			assertThat(new HashSet<>(batches.iterator().next())).hasSizeGreaterThan(7);
			starts.addAll(first);
		}
		assertThat(starts).hasSize(3);
		assertThat(condition(race, "initialParameters").path("equal").asBoolean()).isTrue();
		assertThat(condition(race, "initialParameters").path("detail").asString()).contains("9 runs");
		assertThat(condition(race, "batches").path("equal").asBoolean()).isTrue();
	}

	private static JsonNode condition(JsonNode race, String aspect) {
		return race.path("fairness")
			.valueStream()
			.filter((condition) -> condition.path("aspect").asString().equals(aspect))
			.findFirst()
			.orElseThrow();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"network\": {\"hiddenLayers\": [{\"units\": 4}]}} | network, initialParameters, work",
					"{\"network\": {\"initializer\": {\"type\": \"zeros\"}}} | initialParameters",
					"{\"training\": {\"batchSize\": 8}} | batches, work", "{\"training\": {\"epochs\": 3}} | epochs",
					"{\"split\": {\"validationFraction\": 0.5}} | split, batches, work",
					"{\"dataset\": {\"noise\": 0.4}} | data", "{\"loss\": {\"type\": \"mse\"}} | loss",
					"{\"gradientClipping\": {\"type\": \"norm\"}} | gradients",
					"{\"recording\": {\"evaluateEvery\": 2}} | evaluation, work",
					"{\"optimizer\": {\"type\": \"adam\"}} | none" })
	void whatIsNotEqualIsSaid(String patch, String aspects) {
		var race = race(
				"""
						{"base": {"training": {"epochs": 4}}, "seeds": 2, "variants": [{"patch": {}}, {"name": "other", "patch": %s}]}"""
					.formatted(patch));
		Set<String> expected = new HashSet<>(List.of(aspects.split(", ", -1)));
		expected.remove("none");
		expected.add("learningRate");
		expected.add("seconds");
		assertThat(race.path("fairness")
			.valueStream()
			.filter((condition) -> !condition.path("equal").asBoolean())
			.map((condition) -> condition.path("aspect").asString())).containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void allVariantsTryTheSameRatesWithSeedsThatTheRaceDoesNotHave() {
		var race = race("""
				{"base": {"training": {"epochs": 30}}, "seeds": 4,
				 "variants": [{"patch": {}}, {"patch": {"optimizer": {"type": "adam"}}},
				              {"patch": {"optimizer": {"type": "newton"}}}],
				 "tuning": {"rates": 4, "seeds": 2, "lowestRate": 0.0001, "highestRate": 10}}""");
		assertThat(race.at("/progress/allRuns").asInt()).isEqualTo(3 * 4 + 2 * 4 * 2);
		var rates = race.path("variants").valueStream().map((variant) -> variant.path("learningRate")).toList();
		assertThat(rates.get(0).asDouble()).isIn(0.215443, 10.0);
		assertThat(rates.get(1).asDouble()).isIn(0.00464159, 0.215443);
		assertThat(rates.get(2).isNull()).isTrue();
		assertThat(condition(race, "learningRate").path("equal").asBoolean()).isTrue();
		// What was tried before plays no part in the race itself.
		assertThat(api.follow(race, "leaderboard").path("entries").valueStream())
			.allMatch((entry) -> entry.path("runs").asInt() == 4 && entry.path("left").asInt() == 0);
		var tried = runs(race).stream().filter((run) -> !run.path("rate").isNull()).toList();
		assertThat(tried).extracting((run) -> run.path("seed").asInt()).containsOnly(46, 47);
		assertThat(tried).extracting((run) -> run.path("rate").asDouble()).contains(0.0001, 0.00464159, 0.215443, 10.0);
	}

	// What comes out

	@Test
	void withOneSeedNothingIsRanked() {
		var race = race("""
				{"base": {"training": {"epochs": 20}}, "seeds": 1,
				 "variants": [{"patch": {}}, {"patch": {"optimizer": {"type": "adam"}}}]}""");
		var board = api.follow(race, "leaderboard");
		assertThat(board.path("entries").valueStream()).allMatch((entry) -> entry.path("rank").isNull());
		assertThat(board.path("comparisons").isEmpty()).isTrue();
		assertThat(race.at("/verdict/0").asString()).startsWith("One seed cannot tell");
	}

	@Test
	void whereAllDivergeNothingIsReached() {
		var race = race(
				"""
						{"base": {"dataset": {"type": "plane", "samples": 60}, "network": {"hiddenLayers": [{"units": 8, "activation": "relu"}]},
						          "optimizer": {"type": "sgd", "learningRate": 900}, "training": {"epochs": 40}}, "seeds": 3}""");
		var entry = api.follow(race, "leaderboard").at("/entries/0");
		assertThat(entry.at("/diverged/count").asInt()).isEqualTo(3);
		assertThat(entry.at("/score/median").isNull()).isTrue();
	}

	@Test
	void tooManyVariantsAreNotTestedInPairs() {
		var race = race("""
				{"base": {"training": {"epochs": 2}}, "seeds": 2,
				 "axes": [{"field": "optimizer.learningRate", "from": 0.1, "to": 1, "count": 21}]}""");
		assertThat(api.follow(race, "leaderboard").path("comparisons").isEmpty()).isTrue();
		assertThat(race.at("/verdict/0").asString()).startsWith("21 variants are too many");
	}

	@Test
	void theDocumentPostedAgainGivesTheSameBits() {
		var race = race(BATCHES.replace("12", "13"));
		var again = race(api.follow(race, "document").toString());
		assertThat(again.path("id")).isNotEqualTo(race.path("id"));
		assertThat(again.path("specification")).isEqualTo(race.path("specification"));
		assertThat(again.path("verdict")).isEqualTo(race.path("verdict"));
		assertThat(entriesWithoutSeconds(again)).isEqualTo(entriesWithoutSeconds(race));
		// Nothing was trained twice.
		assertThat(again.at("/progress/shared").asInt()).isEqualTo(9);
		assertThat(again.path("trainedSeconds").asDouble()).isZero();
		assertThat(runs(again)).extracting((run) -> run.path("job")).isEqualTo(jobs(race));
	}

	private List<JsonNode> jobs(JsonNode race) {
		return runs(race).stream().map((run) -> run.path("job")).toList();
	}

	private List<String> entriesWithoutSeconds(JsonNode race) {
		return api.follow(race, "leaderboard")
			.path("entries")
			.valueStream()
			.map((entry) -> entry.toString().replaceFirst("\"seconds\".*", ""))
			.toList();
	}

	@Test
	void runsThatAreTheSameAreTrainedOnce() {
		var race = race(
				"""
						{"base": {"training": {"epochs": 17}}, "seeds": 5, "variants": [
						 {"name": "a", "patch": {"optimizer": {"type": "adam"}}}, {"name": "b", "patch": {"optimizer": {"type": "adam"}}},
						 {"name": "c", "patch": {"optimizer": {"type": "adam", "beta1": 0.9}, "loss": {"type": "binary_cross_entropy"}}}]}""");
		assertThat(race.at("/progress/shared").asInt()).isEqualTo(10);
		assertThat(new HashSet<>(jobs(race))).hasSize(5);
		assertThat(race.at("/verdict/0").asString())
			.isEqualTo("a, b and c cannot be told apart (smallest p = 1, 5 seeds).");
	}

	@Test
	void aRunThatSomebodyChangedDoesNotCountAndIsNotShared() {
		String specification = """
				{"base": {"training": {"epochs": 100000000, "timeLimit": "PT1H", "targetLoss": 1e-9}}, "seeds": 2}""";
		var race = api.postJson(RACES, specification).json();
		var jobs = running(race, 2);
		assertThat(api
			.send("PATCH", Api.JOBS + "/" + jobs.getFirst(),
					BodyPublishers.ofString("{\"training\": {\"targetLoss\": 100}}"), "Content-Type",
					"application/merge-patch+json")
			.status()).isEqualTo(200);
		api.read(Api.JOBS + "/" + jobs.getFirst() + "?wait=30&seen=2");
		var other = api.postJson(RACES, specification).json();
		assertThat(running(other, 2)).doesNotContain(jobs.getFirst()).contains(jobs.get(1));
		// Cancelled by one race, and still trained for the other.
		api.post(self(race) + "/cancel");
		assertThat(api.read(Api.JOBS + "/" + jobs.get(1)).path("state").asString()).isIn("queued", "running");
		var board = api.follow(race, "leaderboard");
		assertThat(board.at("/entries/0/runs").asInt()).isZero();
		assertThat(board.at("/entries/0/left").asInt()).isEqualTo(2);
		api.post(self(other) + "/cancel");
		assertThat(api.read(Api.JOBS + "/" + jobs.get(1)).path("state").asString()).isEqualTo("cancelled");
	}

	/** The jobs that a race has in the queue. */
	private List<String> running(JsonNode race, int count) {
		var jobs = api.read(self(race)).path("activeJobs").valueStream().map(JsonNode::asString).toList();
		assertThat(jobs).hasSize(count);
		return jobs;
	}

	private static String self(JsonNode race) {
		return RACES + "/" + race.path("id").asString();
	}

	// States

	@Test
	void cancelledInTheMiddleItStartsNothingMoreAndFinishedRunsStayReadable() {
		var race = api.postJson(RACES, """
				{"base": {"training": {"epochs": 20}}, "seeds": 3, "variants": [{"name": "brief", "patch": {}},
				 {"name": "endless", "patch": {"training": {"epochs": 100000000, "timeLimit": "PT1H"}}}]}""").json();
		awaitEnded(race, 1);
		var cancelled = api.post(self(race) + "/cancel");
		assertThat(cancelled.status()).isEqualTo(200);
		assertThat(cancelled.json().path("state").asString()).isEqualTo("cancelled");
		var runs = runs(race);
		int planned = race.at("/progress/allRuns").asInt();
		assertThat(runs.size()).isBetween(2, planned);
		assertThat(runs).allMatch((run) -> Set.of("succeeded", "cancelled").contains(run.path("state").asString()));
		var finished = runs.stream().filter((run) -> run.path("state").asString().equals("succeeded")).toList();
		assertThat(finished).isNotEmpty();
		for (var run : finished) {
			assertThat(api.read(Api.JOBS + "/" + run.path("job").asString() + "/loss-history").path("epoch").size())
				.isEqualTo(21);
		}
		for (var run : runs) {
			assertThat(api.read(Api.JOBS + "/" + run.path("job").asString()).path("state").asString())
				.isEqualTo(run.path("state").asString());
		}
		assertThat(cancelled.json().at("/verdict/0").asString()).startsWith("The race was cancelled");
		assertThat(cancelled.json().path("activeJobs").isEmpty()).isTrue();
		assertThat(isProblem(api.post(self(race) + "/cancel")).status()).isEqualTo(409);
	}

	private void awaitEnded(JsonNode race, int runs) {
		try (var watching = api.watch(self(race) + "/events?maxRate=10").opened()) {
			watching
				.until((event) -> event.name().equals("progress") && event.data().path("endedRuns").asInt() >= runs);
		}
	}

	@Test
	void aRaceThatHasEndedTellsItsStatesItsRunsAndTheEnd() {
		var race = race(BATCHES);
		try (var watching = api.watch(self(race) + "/events").opened()) {
			var events = watching.rest();
			assertThat(events).extracting(Event::name).containsExactly("state", "state", "progress", "state", "end");
			assertThat(events.get(2).data()).isEqualTo(race.path("progress"));
			assertThat(events.getLast().data().path("race").asString()).isEqualTo(self(race));
		}
	}

	@Test
	void itIsListedUntilItIsDeletedAndItsRunsAreNot() {
		var race = race(
				"{\"name\": \"listed\", \"labels\": {\"course\": \"races\"}, \"base\": {\"training\": {\"epochs\": 1}}, \"seeds\": 2}");
		String id = race.path("id").asString();
		var list = api.read(RACES + "?label.course=races&state=succeeded");
		assertThat(list.path("races").valueStream().map((item) -> item.path("id").asString())).containsExactly(id);
		var job = api.read(Api.JOBS + "/" + jobs(race).getFirst().asString());
		assertThat(job.at("/labels/race").asString()).isEqualTo(id);
		assertThat(job.path("name").asString()).isEqualTo("base, seed 42");
		assertThat(api.read(Api.JOBS + "?label.race=" + id).path("jobs").isEmpty()).isTrue();
		assertThat(api.delete(self(race)).status()).isEqualTo(204);
		assertThat(api.get(self(race)).status()).isEqualTo(404);
		assertThat(api.get(Api.JOBS + "/" + job.path("id").asString()).status()).isEqualTo(200);
	}

	@Test
	void theSameKeyMakesOneRace() {
		String body = "{\"base\": {\"training\": {\"epochs\": 1}}, \"seeds\": 1}";
		var first = api.postJson(RACES, body, "Idempotency-Key", "race");
		var second = api.postJson(RACES, body, "Idempotency-Key", "race");
		assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
		assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
	}

	// Cost

	@Test
	void aDryRunTellsTheCostAndMakesNothing() {
		int before = api.read(RACES + "?limit=100").path("races").size();
		var answer = api.postJson(RACES + "?dryRun=true",
				"""
						{"base": {"training": {"epochs": 10}}, "seeds": 7,
						 "variants": [{"name": "a", "patch": {}}, {"name": "b", "patch": {}}],
						 "axes": [{"field": "training.batchSize", "values": [null, 8]}], "tuning": {"rates": 3, "seeds": 2}}""");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		var told = answer.json();
		assertThat(told.path("runs").asInt()).isEqualTo(28);
		assertThat(told.path("tuningRuns").asInt()).isEqualTo(24);
		assertThat(told.path("distinctRuns").asInt()).isEqualTo(14 + 12);
		assertThat(told.path("updates").asInt()).isEqualTo((7 + 6) * (10 + 100));
		assertThat(told.path("estimatedSeconds").asDouble()).isPositive();
		assertThat(told.path("variants").valueStream().map((variant) -> variant.path("name").asString()))
			.containsExactly("a batchSize=null", "a batchSize=8", "b batchSize=null", "b batchSize=8");
		assertThat(api.read(RACES + "?limit=100").path("races").size()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"{\"axes\": [{\"field\": \"optimizer.learningRate\", \"from\": 0.1, \"to\": 1, \"count\": 100}, {\"field\": \"training.batchSize\", \"values\": [4, 8, 16]}]} | 3,000 runs (300 variants, 10 runs each); at most 2,000",
			"{\"seeds\": 100, \"tuning\": {\"rates\": 50, \"seeds\": 40}} | 2,100 runs (1 variants, 2,100 runs each); at most 2,000",
			"{\"seeds\": 1000, \"base\": {\"dataset\": {\"type\": \"moons\", \"samples\": 10000}, \"training\": {\"epochs\": 10000}}} | samples times parameters in 1,000 runs; at most 1,000,000,000,000" })
	void aRaceThatIsTooLargeIsRefusedWithItsCost(String race, String detail) {
		assertThat(isRefusedAt(api.postJson(RACES, race), "").detailAt("")).contains(detail);
	}

	// Bad input

	@Test
	void allFaultsOfAllVariantsAreToldAtOnce() {
		isRefusedAt(api.postJson(RACES, """
				{"variants": [{"patch": {"optimizr": {}}}, {"patch": {"optimizer": {"type": "adm"}}},
				              {"patch": {"breakpoints": []}}, {"patch": {"loss": {"type": "mse"}}}]}"""),
				"/variants/0/patch/optimizr", "/variants/1/patch/optimizer/type", "/variants/2/patch/breakpoints");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"seeds\": 0} | /seeds", "{\"vary\": []} | /vary",
			"{\"vary\": [\"luck\"]} | /vary/0",
			"{\"base\": {\"breakpoints\": [{\"when\": \"epoch == 1\"}]}} | /base/breakpoints",
			"{\"axes\": [{\"field\": \"optimizer.learningRate\", \"values\": [0.1, -1]}]} | /axes/0/values/1/optimizer/learningRate",
			"{\"axes\": [{\"field\": \"optimizer.learningRate\"}]} | /axes/0",
			"{\"axes\": [{\"field\": \"optimizer..x\", \"values\": [1]}]} | /axes/0/field",
			"{\"axes\": [{\"field\": \"optimizer.learningRate\", \"from\": 2, \"to\": 1}]} | /axes/0/to",
			"{\"axes\": [{\"field\": \"optimizer.learningRate\", \"from\": 0.1, \"to\": 1}, {\"field\": \"optimizer.learningRate\", \"values\": [1]}]} | /axes/1/field",
			"{\"variants\": [{\"name\": \"a\"}, {\"name\": \"a\"}]} | /variants/1/name",
			"{\"part\": \"validation\", \"base\": {\"split\": {\"validationFraction\": 0}}} | /part",
			"{\"tuning\": {\"lowestRate\": 1, \"highestRate\": 0.1}} | /tuning/highestRate",
			"{\"design\": {\"type\": \"sobol\"}} | /design/type", "{\"racers\": []} | /racers",
			"{\"base\": {\"dataset\": {\"type\": \"stored\", \"id\": \"nowhere\"}}} | /base/dataset/id" })
	void aFaultIsToldWhereItIs(String race, String pointer) {
		isRefusedAt(api.postJson(RACES, race), pointer);
	}

	@Test
	void aRaceThatDoesNotExistIsNotFound() {
		for (String path : List.of("", "/leaderboard", "/document", "/events")) {
			assertThat(isProblem(api.get(RACES + "/nobody" + path)).status()).isEqualTo(404);
		}
	}

}
