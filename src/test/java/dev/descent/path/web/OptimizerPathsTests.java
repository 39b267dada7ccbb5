package dev.descent.path.web;

import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Api.OPTIMIZER_PATHS;
import static dev.descent.support.Problems.isProblem;
import static dev.descent.support.Problems.isRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Paths of optimizers as clients see them. */
@HttpTest
class OptimizerPathsTests {

	@Autowired
	private Api api;

	@Test
	void nothingIsFourOptimizersInRosenbrocksValley() {
		var answer = paths("{}");
		assertThat(answer.at("/specification/surface").toString())
			.isEqualTo("{\"type\":\"rosenbrock\",\"a\":1.0,\"b\":100.0}");
		assertThat(answer.at("/specification/starts").toString()).isEqualTo("[[-1.5,2.0]]");
		assertThat(answer.at("/specification/grid").toString())
			.isEqualTo("{\"resolution\":61,\"x\":[-2.0,2.0],\"y\":[-1.0,3.0]}");
		assertThat(answer.at("/surface/formula").asString()).isEqualTo("(a - x)^2 + b (y - x^2)^2");
		assertThat(answer.at("/surface/minima").toString()).isEqualTo("[{\"x\":1.0,\"y\":1.0,\"value\":0.0}]");
		assertThat(answer.at("/surface/domain").toString()).isEqualTo("{\"x\":[-2.0,2.0],\"y\":[-1.0,3.0]}");
		assertThat(answer.path("recordedEvery").asInt()).isEqualTo(1);
		assertThat(answer.path("paths")).hasSize(4).allSatisfy((path) -> {
			assertThat(path.path("step")).hasSize(501);
			assertThat(path.at("/x/0").asDouble()).isEqualTo(-1.5);
			assertThat(path.at("/value/0").asDouble()).isEqualTo(12.5);
			assertThat(path.at("/end/value").asDouble()).isEqualTo(path.at("/value/500").asDouble()).isLessThan(6);
			assertThat(path.at("/end/distanceToMinimum").asDouble()).isCloseTo(
					Math.hypot(path.at("/end/x").asDouble() - 1, path.at("/end/y").asDouble() - 1), within(1e-15));
			assertThat(path.at("/evaluations").toString())
				.isEqualTo("{\"gradients\":500,\"functions\":0,\"hessianVectorProducts\":0}");
		});
	}

	@Test
	void theGridHasARowForEachYAndAColumnForEachX() {
		var grid = paths("""
				{"surface": {"type": "booth"}, "grid": {"resolution": 5, "x": [0, 4], "y": [-1, 1]},
				 "runs": [{"optimizer": {"type": "newton"}}]}""").path("grid");
		assertThat(grid.path("x").toString()).isEqualTo("[0.0,1.0,2.0,3.0,4.0]");
		assertThat(grid.path("y").toString()).isEqualTo("[-1.0,-0.5,0.0,0.5,1.0]");
		for (int i = 0; i < 5; i++) {
			for (int j = 0; j < 5; j++) {
				double x = j;
				double y = -1 + 0.5 * i;
				assertThat(grid.path("value").path(i).path(j).asDouble())
					.isEqualTo(Math.pow(x + 2 * y - 7, 2) + Math.pow(2 * x + y - 5, 2));
			}
		}
	}

	@Test
	void everyRunGoesFromEveryStart() {
		var answer = paths("""
				{"surface": {"type": "himmelblau"}, "starts": [[0, 0], [-1, 1], [-1, -1], [1, -1]], "steps": 500,
				 "runs": [{"optimizer": {"type": "sgd", "learningRate": 0.01}},
				  {"optimizer": {"type": "sgd", "learningRate": 0.005}}, {"name": "lm", "optimizer":
				  {"type": "levenberg_marquardt"}}]}""");
		var names = new ArrayList<String>();
		answer.path("paths").forEach((path) -> names.add(path.path("run").asString() + path.path("start")));
		assertThat(names).containsExactly("sgd0", "sgd1", "sgd2", "sgd3", "sgd 20", "sgd 21", "sgd 22", "sgd 23", "lm0",
				"lm1", "lm2", "lm3");
		assertThat(answer.path("paths"))
			.allSatisfy((path) -> assertThat(path.at("/end/distanceToMinimum").asDouble()).isLessThan(1e-5));
		assertThat(answer.at("/paths/8/outcome").asString()).isEqualTo("converged");
	}

	@Test
	void theEchoGivesTheSameAnswerBitForBit() {
		String body = """
				{"surface": {"type": "ackley"}, "steps": 400, "seed": 7, "runs": [{"optimizer": {"type": "adam"},
				 "schedule": {"type": "warmup", "schedule": {"type": "cosine"}}, "gradientNoise": {},
				 "gradientClipping": {"type": "norm"}}]}""";
		var first = api.postJson(OPTIMIZER_PATHS, body);
		assertThat(api.postJson(OPTIMIZER_PATHS, body).body()).isEqualTo(first.body());
		var specification = first.json().path("specification");
		assertThat(specification.at("/runs/0/schedule/steps").asInt()).isEqualTo(20);
		assertThat(specification.at("/runs/0/schedule/schedule/tMax").asInt()).isEqualTo(380);
		assertThat(api.postJson(OPTIMIZER_PATHS, specification.toString()).body()).isEqualTo(first.body());
		assertThat(first.json().at("/paths/0/learningRate/0").asDouble()).isCloseTo(0.01 / 20, within(1e-15));
		var otherSeed = paths(body.replace("\"seed\": 7", "\"seed\": 8"));
		assertThat(otherSeed.at("/paths/0/x")).isNotEqualTo(first.json().at("/paths/0/x"));
	}

	@Test
	void aLongPathIsThinned() {
		var answer = paths("{\"runs\": [{\"optimizer\": {\"type\": \"adam\"}}], \"steps\": 100000}");
		int every = answer.path("recordedEvery").asInt();
		var steps = answer.at("/paths/0/step");
		assertThat(every).isEqualTo(101);
		assertThat(steps.size()).isLessThanOrEqualTo(1000);
		assertThat(steps.path(1).asInt()).isEqualTo(every);
		assertThat(steps.path(steps.size() - 1).asInt()).isEqualTo(100_000);
		assertThat(answer.at("/paths/0/value").size()).isEqualTo(steps.size());
	}

	@Test
	void whatDivergesSaysSoAndHasNumbersOnly() {
		var path = paths("{\"runs\": [{\"optimizer\": {\"type\": \"sgd\", \"learningRate\": 0.5}}]}").at("/paths/0");
		assertThat(path.path("outcome").asString()).isEqualTo("diverged");
		assertThat(path.path("value").valueStream()).hasSizeGreaterThan(2).allMatch(JsonNode::isNumber);
		assertThat(path.at("/end/step").asInt()).isEqualTo(path.path("step").size() - 1);
	}

	@Test
	void theCsvHasTheSamePoints() {
		String body = """
				{"starts": [[0, 0], [1, 2]], "steps": 3, "runs": [{"name": "a, b", "optimizer": {"type": "adam"}}]}""";
		var json = paths(body);
		var answer = api.postJson(OPTIMIZER_PATHS, body, "Accept", "text/csv");
		assertThat(answer.mediaType()).isEqualTo("text/csv");
		var lines = answer.body().lines().toList();
		assertThat(lines).hasSize(9).startsWith("run,start,step,x,y,value");
		for (int i = 0; i < 8; i++) {
			var path = json.path("paths").path(i / 4);
			assertThat(lines.get(1 + i)).isEqualTo("\"a, b\",%d,%d,%s,%s,%s".formatted(i / 4, i % 4,
					path.path("x").path(i % 4), path.path("y").path(i % 4), path.path("value").path(i % 4)));
		}
	}

	// Bad input

	@Test
	void allFaultsAreToldAtOnce() {
		var answer = isRefusedAt(
				api.postJson(OPTIMIZER_PATHS,
						"""
								{"surface": {"type": "rosenbrok"}, "starts": [[0, 1001], [1], null, ["x", null], [0, 0]],
								 "runs": [{"optimizer": {"type": "sgd", "learningRate": -1}, "name": ""}, {}, null,
								  {"optimizer": {"type": "lbfgs"}, "schedule": {"type": "cosine"}, "gradientClipping": {"type": "norm"}},
								  {"optimizer": {"type": "adagrad", "preset": "paper", "weightDecay": 2000},
								   "schedule": {"type": "one_cycle", "cycleMomentum": true}}],
								 "steps": 0, "seeed": 1, "grid": {"resolution": 1, "x": [2, 2], "y": [0, 1e4]}}"""),
				"/surface/type", "/starts/0/1", "/starts/1", "/starts/2", "/starts/3/0", "/starts/3/1",
				"/runs/0/optimizer/learningRate", "/runs/0/name", "/runs/1/optimizer", "/runs/2", "/runs/3/schedule",
				"/runs/3/gradientClipping", "/runs/4/optimizer/weightDecay", "/runs/4/optimizer/preset",
				"/runs/4/schedule/cycleMomentum", "/steps", "/seeed", "/grid/resolution", "/grid/x", "/grid/y/1");
		assertThat(answer.detailAt("/surface/type")).contains("did you mean 'rosenbrock'?");
		assertThat(answer.detailAt("/starts/0/1")).isEqualTo("must be a number from -1000 to 1000");
		assertThat(answer.detailAt("/runs/3/gradientClipping")).contains("not the slope");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"surface": {"type": "ackley"}, "runs": [{"optimizer": {"type": "levenberg_marquardt"}}]} | /runs/0/optimizer
					{"surface": {"type": "saddle"}, "runs": [{"optimizer": {"type": "gauss_newton"}}]}        | /runs/0/optimizer
					{"runs": [{"optimizer": {"type": "muon"}}]}                                               | /runs/0/optimizer
					{"surface": {"type": "rosenbrock", "b": 0}}                                               | /surface/b
					{"surface": {"type": "ill_conditioned_bowl", "condition": 0.5, "angle": 200}} | /surface/condition /surface/angle
					{"surface": "beale"}                                                                      | /surface
					{"starts": []}                                                                            | /starts
					{"starts": [0, 1]}                                                                        | /starts/0 /starts/1
					{"runs": []}                                                                              | /runs
					{"steps": 100001}                                                                         | /steps
					{"grid": {"resolution": 202, "x": [0], "y": [3, -1]}}         | /grid/resolution /grid/x /grid/y
					{"runs": [{"name": "a", "optimizer": {"type": "sgd"}}, {"name": "a", "optimizer": {"type": "adam"}}]} | /runs/1/name
					""")
	void badInputIsRefusedWhereItIs(String body, String pointers) {
		isRefusedAt(api.postJson(OPTIMIZER_PATHS, body), pointers.split(" "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"starts\": [[NaN, 0]]}", "{\"starts\": [[0, Infinity]]}", "[]", "{", "" })
	void whatIsNoJsonIsNotRead(String body) {
		assertThat(isProblem(api.postJson(OPTIMIZER_PATHS, body)).status()).isIn(400, 422);
	}

	@Test
	void theWorkIsBounded() {
		String starts = IntStream.range(0, 20).mapToObj((_) -> "[0, 0]").collect(Collectors.joining(","));
		var answer = isRefusedAt(
				api.postJson(OPTIMIZER_PATHS, "{\"starts\": [%s], \"steps\": 25001}".formatted(starts)), "/steps");
		assertThat(answer.detailAt("/steps")).contains("25001", "2000080", "2000000");
		isRefusedAt(api.postJson(OPTIMIZER_PATHS, "{\"starts\": [%s, [0, 0]]}".formatted(starts)), "/starts");
		var runs = IntStream.range(0, 51).mapToObj((_) -> "{\"optimizer\": {\"type\": \"sgd\"}}").toList();
		isRefusedAt(api.postJson(OPTIMIZER_PATHS, "{\"runs\": %s}".formatted(runs)), "/runs");
	}

	@Test
	void manyWrongStartsAreToldInFew() {
		String start = "[" + "null,".repeat(1000) + "null]";
		var answer = isProblem(api.postJson(OPTIMIZER_PATHS, "{\"starts\": [%s]}".formatted(start)));
		assertThat(answer.pointers()).containsExactly("/starts/0");
	}

	@Test
	void theCatalogHasTheSurfaces() {
		var family = api.read("/api/v1/catalog/surface");
		assertThat(family.path("entries")).hasSize(8);
		var entry = api.read("/api/v1/catalog/surface/rosenbrock");
		assertThat(entry.path("formula").asString()).isEqualTo("(a - x)^2 + b (y - x^2)^2");
		assertThat(entry.path("source").asString()).startsWith("Rosenbrock, 1960");
		assertThat(entry.at("/parameters/1/defaultValue").asDouble()).isEqualTo(100);
	}

	private JsonNode paths(String body) {
		var answer = api.postJson(OPTIMIZER_PATHS, body);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

}
