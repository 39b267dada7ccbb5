package dev.descent.race.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Api.RACES;
import static dev.descent.support.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** What a client can see of the runs of a race. */
@HttpTest
class RaceResultTests {

	private static final String EXAMPLE = RACES + "/example";

	@Autowired
	private Api api;

	private String race(String specification) {
		var answer = api.postJson(RACES, specification, "Prefer", "wait=30");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return String.valueOf(answer.header("Location"));
	}

	private JsonNode ofExample(String result) {
		api.ended(EXAMPLE);
		return api.read(EXAMPLE + result);
	}

	private static String variants(String... names) {
		return Arrays.stream(names)
			.map((name) -> "variant=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private static List<String> names(JsonNode array) {
		return array.valueStream().map((element) -> element.path("name").asString()).toList();
	}

	// Curves

	@Test
	void theMedianOfFiveRunsIsTheThirdOfTheirRecordedLosses() {
		String race = race("""
				{"seeds": 5, "base": {"training": {"epochs": 100}},
				 "axes": [{"field": "optimizer.learningRate", "values": [0.1, 0.2]}]}""");
		var curves = api.read(race + "/curves?" + variants("learningRate=0.2"));
		assertThat(names(curves.path("variants"))).containsExactly("learningRate=0.2");
		assertThat(curves.path("others").asInt()).isEqualTo(1);
		var recorded = api.read(race + "/runs")
			.path("runs")
			.valueStream()
			.filter((run) -> run.path("variant").asString().equals("learningRate=0.2"))
			.map((run) -> api.read(run.path("link").asString() + "/loss-history"))
			.toList();
		assertThat(recorded.size()).isEqualTo(5);
		var curve = curves.path("variants").path(0);
		assertThat(curve.path("runs").asInt()).isEqualTo(5);
		assertThat(curves.path("x").size()).isEqualTo(101);
		for (int epoch = 0; epoch <= 100; epoch++) {
			int row = epoch;
			double[] losses = recorded.stream()
				.mapToDouble((history) -> history.path("trainLoss").path(row).asDouble())
				.sorted()
				.toArray();
			assertThat(curves.path("x").path(row).asDouble()).isEqualTo(epoch);
			assertThat(curve.path("lower").path(row).asDouble()).isEqualTo(losses[1]);
			assertThat(curve.path("median").path(row).asDouble()).isEqualTo(losses[2]);
			assertThat(curve.path("upper").path(row).asDouble()).isEqualTo(losses[3]);
		}
	}

	@ParameterizedTest
	@CsvSource({ "epochs, 1000", "gradient_evaluations, 1000", "seconds, 0" })
	void placesAreThoseThatAreAskedFor(String against, double last) {
		var curves = ofExample("/curves?points=7&part=validation&against=" + against);
		assertThat(curves.path("against").asString()).isEqualTo(against);
		assertThat(curves.path("part").asString()).isEqualTo("validation");
		assertThat(curves.path("x").size()).isEqualTo(7);
		assertThat(curves.path("x").path(6).asDouble()).isGreaterThanOrEqualTo(last).isPositive();
		assertThat(curves.path("variants").size()).isEqualTo(6);
	}

	@Test
	void theBestComeFirstIfNoneIsNamedAndElseThoseThatAreNamed() {
		assertThat(names(ofExample("/curves?points=2").path("variants"))).startsWith("adam learningRate=1.0")
			.endsWith("sgd learningRate=0.01");
		String[] two = { "sgd learningRate=1.0", "adam learningRate=0.01" };
		assertThat(names(ofExample("/curves?points=2&" + variants(two)).path("variants"))).containsExactly(two);
	}

	@Test
	void runsThatDivergedAreInfinite() {
		String race = race("""
				{"seeds": 2, "base": {"dataset": {"type": "sine"}, "training": {"epochs": 50},
				 "optimizer": {"type": "sgd", "learningRate": 1000}}}""");
		var curve = api.read(race + "/curves").path("variants").path(0);
		assertThat(curve.path("median").path(0).isNumber()).isTrue();
		assertThat(curve.path("runs").asInt()).isEqualTo(2);
		assertThat(api.read(race + "/population").at("/diverged/share").asDouble()).isOne();
		assertThat(api.read(race + "/population").at("/examples/diverged/seed").asInt()).isEqualTo(42);
		assertThat(api.read(race + "/runs").at("/runs/0/score").isNull()).isTrue();
	}

	@Test
	void aPartWithoutSamplesHasNoCurves() {
		String race = race("""
				{"seeds": 1, "base": {"split": {"validationFraction": 0}, "training": {"epochs": 1}}}""");
		assertThat(isProblem(api.get(race + "/curves?part=validation")).status()).isEqualTo(409);
	}

	/** At which a list of names would be split. */
	@Test
	void namesMayHaveCommas() {
		String race = race("""
				{"seeds": 1, "base": {"training": {"epochs": 1}}, "variants": [{"name": "a, b", "patch": {}},
				 {"name": "c", "patch": {"optimizer": {"type": "adam"}}}]}""");
		assertThat(names(api.read(race + "/curves?" + variants("a, b")).path("variants"))).containsExactly("a, b");
		assertThat(names(api.read(race + "/curves?" + variants("c", "a, b")).path("variants"))).containsExactly("c",
				"a, b");
		assertThat(api.read(race + "/population?" + variants("a, b")).path("variant").asString()).isEqualTo("a, b");
	}

	// Runs

	@Test
	void everyRunIsInTheTable() {
		var runs = ofExample("/runs").path("runs");
		assertThat(runs.size()).isEqualTo(36);
		var csv = api.get(EXAMPLE + "/runs", "Accept", "text/csv").body().lines().toList();
		assertThat(csv).hasSize(37);
		assertThat(csv.getFirst()).isEqualTo("variant,optimizer.learningRate,seed,rate,job,state,stop_reason,counts,"
				+ "shared,changed,score,epochs,gradient_evaluations,seconds,train_loss,lowest_train_loss,"
				+ "validation_loss,lowest_validation_loss,train_metric,validation_metric,cost_to_target,"
				+ "epochs_to_target,start");
		var first = runs.path(0);
		assertThat(csv.get(1)).startsWith("sgd learningRate=0.01,0.01,42,," + first.path("job").asString()
				+ ",succeeded,completed,true,false,false," + first.path("score") + ",1000");
		var job = api.read(first.path("link").asString());
		assertThat(job.at("/specification/optimizer/learningRate").asDouble()).isEqualTo(0.01);
		assertThat(first.path("point").path("optimizer.learningRate").asDouble()).isEqualTo(0.01);
		var bySeed = runs.valueStream().filter((run) -> run.path("seed").asInt() == 42).map((run) -> run.path("start"));
		assertThat(bySeed.distinct()).as("all variants of a seed begin at the same place").hasSize(1);
	}

	@Test
	void runsOfTheTuningHaveTheirRates() {
		String race = race("""
				{"seeds": 2, "base": {"training": {"epochs": 2}},
				 "tuning": {"rates": 3, "seeds": 1}}""");
		var runs = api.read(race + "/runs").path("runs");
		assertThat(runs.valueStream().filter((run) -> run.path("rate").isNumber())).hasSize(3);
		assertThat(runs.valueStream().filter((run) -> run.path("rate").isNull())).hasSize(2);
		assertThat(api.read(race + "/curves").at("/variants/0/runs").asInt()).isEqualTo(2);
	}

	// Sensitivity and stability

	@Test
	void aLineSaysWhatIsBestAndHowForgivingItIs() {
		var strict = ofExample("/sensitivity");
		assertThat(strict.path("axis").asString()).isEqualTo("optimizer.learningRate");
		assertThat(strict.path("logarithmic").asBoolean()).isTrue();
		assertThat(names(strict.path("lines"))).containsExactly("adam", "sgd");
		var line = strict.path("lines").path(1);
		assertThat(line.path("best").asDouble()).isOne();
		assertThat(line.path("from").asDouble()).isEqualTo(0.1);
		assertThat(line.path("to").asDouble()).isOne();
		assertThat(line.path("width").asDouble()).isEqualTo(1);
		assertThat(line.path("points").path(0).at("/diverged/of").asInt()).isEqualTo(6);
		var generous = ofExample("/sensitivity?axis=optimizer.learningRate&within=1000").path("lines").path(1);
		assertThat(generous.path("width").asDouble()).isEqualTo(2);
	}

	@Test
	void aMapHasTheVariantsWhereThereIsOneAxisOnly() {
		var map = ofExample("/stability");
		assertThat(map.at("/x/name").asString()).isEqualTo("optimizer.learningRate");
		assertThat(map.at("/y/values").toString()).isEqualTo("[\"sgd\",\"adam\"]");
		assertThat(map.path("maps").size()).isEqualTo(1);
		var row = map.at("/maps/0/rows/1");
		assertThat(row.path("stable").asInt()).isEqualTo(3);
		assertThat(row.path("stableUpTo").asDouble()).isOne();
		var lines = ofExample("/sensitivity").path("lines").path(0);
		for (int i = 0; i < 3; i++) {
			assertThat(row.path("cells").path(i).path("median"))
				.isEqualTo(lines.path("points").path(i).path("score").path("median"));
		}
		assertThat(ofExample("/stability?x=variant").at("/y/name").asString()).isEqualTo("optimizer.learningRate");
	}

	@Test
	void twoAxesAreMappedForEachVariant() {
		String race = race("""
				{"seeds": 1, "base": {"training": {"epochs": 1}},
				 "variants": [{"patch": {"optimizer": {"type": "sgd"}}}, {"patch": {"optimizer": {"type": "adam"}}}],
				 "axes": [{"field": "training.batchSize", "values": [32, 8]},
				          {"field": "optimizer.learningRate", "from": 0.01, "to": 1, "count": 3}]}""");
		var map = api.read(race + "/stability");
		assertThat(map.at("/x/values").toString()).isEqualTo("[8,32]");
		assertThat(map.at("/y/values").toString()).isEqualTo("[0.01,0.1,1.0]");
		assertThat(names(map.path("maps"))).containsExactlyInAnyOrder("sgd", "adam");
		assertThat(api.read(race + "/sensitivity").path("lines").size()).isEqualTo(6);
		assertThat(api.get(race + "/stability", "Accept", "text/csv").body().lines()).hasSize(13);
		assertThat(api.read(race).at("/links/stability").isString()).isTrue();
	}

	@Test
	void scatteredPointsMakeNoMap() {
		String race = race("""
				{"seeds": 1, "base": {"training": {"epochs": 1}}, "design": {"type": "latin_hypercube", "points": 4},
				 "axes": [{"field": "training.batchSize", "values": [32, 8]},
				          {"field": "optimizer.learningRate", "from": 0.01, "to": 1}]}""");
		assertThat(isProblem(api.get(race + "/stability")).status()).isEqualTo(409);
		assertThat(api.read(race).at("/links/stability").isMissingNode()).isTrue();
		var sensitivity = api.read(race + "/sensitivity?axis=optimizer.learningRate");
		assertThat(sensitivity.path("scattered").asBoolean()).isTrue();
		assertThat(sensitivity.at("/lines/0/points").size()).isEqualTo(4);
	}

	// The crowd

	@Test
	void theCrowdIsThatOfOneVariant() {
		var first = ofExample("/population");
		assertThat(first.path("variant").asString()).isEqualTo("sgd learningRate=0.01");
		var adam = ofExample("/population?" + variants("adam learningRate=1.0"));
		assertThat(adam.path("variant").asString()).isEqualTo("adam learningRate=1.0");
		assertThat(adam.at("/reached/share").asDouble()).isOne();
		assertThat(adam.at("/finalLosses/counts").valueStream().mapToInt(JsonNode::asInt).sum()).isEqualTo(6);
		var shares = adam.at("/reachedAtCost/share");
		assertThat(shares.path(0).asDouble()).isZero();
		assertThat(shares.path(shares.size() - 1).asDouble()).isOne();
		var fastest = adam.at("/examples/fastest");
		assertThat(api.read(fastest.path("link").asString()).at("/specification/seed").asInt())
			.isEqualTo(fastest.path("seed").asInt());
		assertThat(adam.at("/examples/stuck").isNull()).isTrue();
	}

	// Paths

	@Test
	void pathsHaveTheNamesOfTheVariants() {
		var surface = ofExample("/loss-surface?resolution=3&seed=44");
		assertThat(names(surface.path("paths"))).containsExactly("adam learningRate=1.0", "adam learningRate=0.1");
		var job = api.read(Api.JOBS + "/" + surface.at("/paths/0/job").asString());
		assertThat(job.at("/labels/seed").asString()).isEqualTo("44");
		String[] three = { "sgd learningRate=1.0", "adam learningRate=1.0", "sgd learningRate=0.1" };
		String query = "/loss-surface?resolution=2&" + variants(three);
		assertThat(names(ofExample(query).path("paths"))).containsExactly(three);
		assertThat(api.get(EXAMPLE + query, "Accept", "image/svg+xml").body()).contains("sgd learningRate=0.1");
	}

	@Test
	void pathsAreGoneWithTheirJobs() {
		String race = race("""
				{"seeds": 2, "base": {"training": {"epochs": 3}}, "axes": [{"field": "optimizer.learningRate",
				 "values": [0.123, 0.321]}]}""");
		assertThat(api.read(race + "/loss-surface?resolution=2").path("paths").size()).isEqualTo(2);
		var run = api.read(race + "/runs").path("runs").path(0);
		assertThat(api.delete(run.path("link").asString()).status()).isEqualTo(204);
		var answer = api.get(race + "/loss-surface?resolution=2");
		assertThat(isProblem(answer).status()).isEqualTo(404);
		assertThat(answer.json().path("detail").asString()).contains("learningRate=0.123", "seed 42");
		assertThat(api.get(race + "/loss-surface?resolution=2&seed=43").status()).isEqualTo(200);
		assertThat(api.read(race + "/runs").path("runs").path(0)).isEqualTo(run);
	}

	@Test
	void pathsOfOtherNetworksAreNotCompared() {
		String race = race("""
				{"seeds": 1, "base": {"training": {"epochs": 50}}, "axes": [{"field": "network.hiddenLayers",
				 "values": [[{"units": 3}], [{"units": 4}]]}]}""");
		assertThat(api.read(race + "/loss-surface?resolution=2").path("paths").size()).isEqualTo(1);
		var answer = api.get(race + "/loss-surface?resolution=2&" + variants("hiddenLayers=3", "hiddenLayers=4"));
		assertThat(isProblem(answer).status()).isEqualTo(422);
		assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo("variant");
	}

	// What goes wrong, and what stays

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "curves?variant=adm%20learningRate=1.0 | variant | did you mean 'adam learningRate=1.0'?",
					"curves?points=1 | points | 2", "curves?points=2001 | points | 2000",
					"sensitivity?axis=optimizer.learningrate | axis | did you mean 'optimizer.learningRate'?",
					"sensitivity?axis=variant | axis | known are optimizer.learningRate",
					"sensitivity?within=0.9 | within | 1", "stability?y=momentum | y | known are",
					"stability?x=variant&y=variant | y | must be another than x",
					"population?variant=a&variant=b | variant | 1", "loss-surface?seed=41 | seed | 42 to 47",
					"loss-surface?resolution=202 | resolution | 201" })
	void whatDoesNotExistIsAFaultOfItsParameter(String query, String parameter, String detail) {
		var answer = api.get(EXAMPLE + "/" + query);
		assertThat(isProblem(answer).status()).isEqualTo(422);
		assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo(parameter);
		assertThat(answer.json().at("/errors/0/detail").asString()).contains(detail);
	}

	@Test
	void aRaceWithoutAxesHasNeitherSensitivityNorStability() {
		String race = race("{\"seeds\": 1, \"base\": {\"training\": {\"epochs\": 1}}}");
		for (String result : List.of("/sensitivity", "/stability")) {
			assertThat(isProblem(api.get(race + result)).status()).isEqualTo(422);
		}
		assertThat(api.read(race).path("links").propertyNames()).doesNotContain("sensitivity", "stability",
				"lossSurface");
		assertThat(api.get(race + "/runs", "Accept", "image/png").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "curves", "runs", "sensitivity", "stability", "population", "loss-surface" })
	void thereIsNothingOfARaceThatDoesNotExist(String result) {
		assertThat(isProblem(api.get(RACES + "/none/" + result)).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "curves", "runs", "sensitivity", "stability", "population" })
	void aResultOfAnEndedRaceIsSentOnce(String result) {
		api.ended(EXAMPLE);
		String tag = String.valueOf(api.get(EXAMPLE + "/" + result).header("ETag"));
		assertThat(api.get(EXAMPLE + "/" + result, "If-None-Match", tag).status()).isEqualTo(304);
	}

	@Test
	void aRaceThatHasJustBegunHasNoResultsYet() {
		var accepted = api.postJson(RACES, """
				{"seeds": 2, "base": {"training": {"epochs": 10000000}},
				 "axes": [{"field": "optimizer.learningRate", "values": [0.1, 1]}]}""");
		String race = String.valueOf(accepted.header("Location"));
		var types = List.of("application/json", "text/csv", "image/png", "text/plain");
		var statuses = new ArrayList<Integer>();
		for (String result : List.of("/curves", "/runs", "/sensitivity", "/stability", "/population")) {
			types.forEach((type) -> statuses.add(api.get(race + result, "Accept", type).status()));
		}
		assertThat(statuses).containsOnly(200);
		assertThat(api.read(race + "/runs").path("runs")).isEmpty();
		assertThat(api.get(race + "/runs").header("ETag")).isNull();
		for (String query : List.of("", "?" + variants("learningRate=0.1"))) {
			assertThat(isProblem(api.get(race + "/loss-surface" + query)).status()).isEqualTo(409);
		}
		assertThat(api.post(race + "/cancel").status()).isEqualTo(200);
	}

}
