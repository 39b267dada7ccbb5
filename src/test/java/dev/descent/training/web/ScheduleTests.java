package dev.descent.training.web;

import java.util.List;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.support.SpecificationFields;
import dev.descent.support.SpecificationFields.Place;
import dev.descent.training.specification.schedule.SchedulePreviewSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static dev.descent.support.Api.JOBS;
import static dev.descent.support.Problems.isProblem;
import static dev.descent.support.Problems.isRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Learning rates that move, in a training and without one. */
@HttpTest
class ScheduleTests {

	private static final String PREVIEW = "/api/v1/schedules/preview";

	@Autowired
	private Api api;

	@ParameterizedTest
	@ValueSource(strings = { "constant", "step", "multi_step", "exponential", "inverse_time", "polynomial", "linear",
			"cosine", "cosine_restarts", "cyclic", "one_cycle", "reduce_on_plateau", "warmup_stable_decay", "warmup" })
	void everyTypeAloneTrainsAndItsPreviewIsWhatTheTrainingDid(String type) {
		var job = api.train("""
				{"schedule": {"type": "%s"}, "optimizer": {"type": "sgd", "learningRate": 0.3},
				 "training": {"epochs": 40}}""".formatted(type));
		assertThat(job.path("state").asString()).isEqualTo("succeeded");
		var history = api.result(job, "loss-history");
		String losses = type.equals("reduce_on_plateau")
				? ", \"losses\": " + numbers(history.path("validationLoss")).subList(1, 41) : "";
		var preview = preview(
				"{\"schedule\": {\"type\": \"%s\"}, \"learningRate\": 0.3, \"epochs\": 40%s}".formatted(type, losses));
		assertThat(preview.path("schedule")).isEqualTo(job.path("specification").path("schedule"));
		assertThat(numbers(preview.path("learningRate")))
			.isEqualTo(numbers(history.path("learningRate")).subList(1, 41));
		assertThat(numbers(preview.path("step"))).startsWith(1.0, 2.0).endsWith(40.0).hasSize(40);
	}

	@Test
	void theEchoHasTheLengthsAndGivesTheSameBits() {
		var job = api.train("""
				{"schedule": {"type": "warmup", "schedule": {"type": "cosine", "stepPer": "update"}},
				 "training": {"epochs": 30, "batchSize": 16}}""");
		var schedule = job.path("specification").path("schedule");
		assertThat(schedule.path("steps").asInt()).isEqualTo(8);
		assertThat(schedule.path("schedule").path("tMax").asInt()).isEqualTo(30 * 5 - 8);
		var again = api.train(job.path("specification").toString());
		assertThat(again.path("specification")).isEqualTo(job.path("specification"));
		assertThat(api.result(again, "weights").path("layers")).isEqualTo(api.result(job, "weights").path("layers"));
	}

	@Test
	void aScheduleMovesTheMomentumOfAMethodThatHasOne() {
		String cycling = "{\"schedule\": {\"type\": \"one_cycle\", \"cycleMomentum\": %s}, \"optimizer\": %s}";
		var moved = api.train(cycling.formatted(true, "{\"type\": \"sgd\", \"momentum\": 0.9}"));
		var own = api.train(cycling.formatted(false, "{\"type\": \"sgd\", \"momentum\": 0.9}"));
		assertThat(api.result(moved, "weights").path("layers")).isNotEqualTo(api.result(own, "weights").path("layers"));
		assertThat(isRefusedAt(api.postJson(JOBS, cycling.formatted(true, "{\"type\": \"sgd\"}")),
				"/schedule/cycleMomentum")
			.detailAt("/schedule/cycleMomentum")).contains("optimizer.momentum");
		isRefusedAt(api.postJson(JOBS, """
				{"schedule": {"type": "warmup", "schedule": {"type": "cyclic", "cycleMomentum": true}},
				 "optimizer": {"type": "adagrad"}}"""), "/schedule/schedule/cycleMomentum");
	}

	@Test
	void aMethodThatTakesNoScheduleSaysSo() {
		isRefusedAt(api.postJson(JOBS, "{\"schedule\": {\"type\": \"warmup\"}, \"optimizer\": {\"type\": \"rprop\"}}"),
				"/schedule");
	}

	@Test
	void aCycleMustFitTheLearningRateOfTheOptimizer() {
		isRefusedAt(api.postJson(JOBS, """
				{"schedule": {"type": "cyclic", "baseLearningRate": 0.1}, "optimizer": {"type": "adam"}}"""),
				"/schedule/baseLearningRate");
	}

	@Test
	void aWarmUpBeforeAWarmUpIsNone() {
		isRefusedAt(api.postJson(JOBS, "{\"schedule\": {\"type\": \"warmup\", \"schedule\": {\"type\": \"warmup\"}}}"),
				"/schedule/schedule/type");
	}

	// Previews

	@Test
	void thePreviewOfNothingIsHalfACosineWave() {
		var preview = preview("{}");
		assertThat(preview.path("schedule").path("tMax").asInt()).isEqualTo(100);
		assertThat(preview.path("stepPer").asString()).isEqualTo("epoch");
		assertThat(preview.path("learningRate").size()).isEqualTo(100);
		assertThat(preview.path("learningRate").path(0).asDouble()).isEqualTo(0.5);
		assertThat(preview.path("learningRate").path(50).asDouble()).isCloseTo(0.25, within(1e-15));
		assertThat(preview.path("momentum").isNull()).isTrue();
	}

	@Test
	void theMomentumIsShownWhereItIsKnown() {
		var moved = preview("{\"schedule\": {\"type\": \"one_cycle\", \"cycleMomentum\": true}, \"momentum\": 0.3}");
		assertThat(numbers(moved.path("momentum"))).startsWith(0.95).endsWith(0.95).contains(0.85);
		assertThat(numbers(preview("{\"momentum\": 0.3}").path("momentum"))).hasSize(100).containsOnly(0.3);
	}

	@Test
	void aLongTrainingIsThinnedEvenly() {
		String body = """
				{"schedule": {"type": "linear", "stepPer": "update"}, "epochs": 1000000, "updatesPerEpoch": 100000,
				 "maxPoints": %d}""";
		var preview = preview(body.formatted(5));
		assertThat(preview.path("steps").asLong()).isEqualTo(100_000_000_000L);
		assertThat(numbers(preview.path("step"))).containsExactly(1.0, 25_000_000_001.0, 50_000_000_001.0,
				75_000_000_000.0, 100_000_000_000.0);
		assertThat(numbers(preview.path("learningRate"))).isSortedAccordingTo((a, b) -> Double.compare(b, a));
		assertThat(preview(body.formatted(10_000)).path("step").size()).isEqualTo(10_000);
		assertThat(preview("{\"epochs\": 1}").path("step").size()).isEqualTo(1);
	}

	@Test
	void aThinnedPlateauHasSeenEveryLoss() {
		String body = "{\"schedule\": {\"type\": \"reduce_on_plateau\", \"patience\": 6}, \"epochs\": 1000%s}";
		var all = numbers(preview(body.formatted("")).path("learningRate"));
		var some = preview(body.formatted(", \"maxPoints\": 8"));
		for (int i = 0; i < 8; i++) {
			assertThat(some.path("learningRate").path(i).asDouble())
				.isEqualTo(all.get(some.path("step").path(i).asInt() - 1));
		}
		assertThat(all.getLast()).isLessThan(1e-7);
	}

	@Test
	void thePreviewAsCsvHasTheSameNumbers() {
		String body = "{\"schedule\": {\"type\": \"cyclic\", \"cycleMomentum\": true}, \"epochs\": 12}";
		var json = preview(body);
		var lines = api.postJson(PREVIEW, body, "Accept", "text/csv").body().lines().toList();
		assertThat(lines).hasSize(13).startsWith("update,learning_rate,momentum");
		for (int i = 0; i < 12; i++) {
			assertThat(lines.get(i + 1)).isEqualTo("%s,%s,%s".formatted(json.path("step").path(i),
					json.path("learningRate").path(i), json.path("momentum").path(i)));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"losses": [1, 2]}                                                      | /losses
					{"schedule": {"type": "reduce_on_plateau"}, "losses": []}               | /losses
					{"schedule": {"type": "reduce_on_plateau"}, "losses": [1, null, "x"]}   | /losses/1 /losses/2
					{"schedule": {"type": "cosin"}, "losses": [1], "epoch": 3}              | /schedule/type /epoch
					{"schedule": {"type": "cyclic", "baseLearningRate": 1}}                 | /schedule/baseLearningRate
					{"schedule": {"type": "multi_step", "milestones": [5, 4]}, "epochs": 0} | /schedule/milestones/1 /epochs
					{"schedule": {"type": "warmup_stable_decay", "decaySteps": 101}}        | /schedule/totalSteps
					{"maxPoints": 10001, "updatesPerEpoch": 100001, "epochs": 1000001}      | /maxPoints /updatesPerEpoch /epochs
					""")
	void whatCannotBePreviewedIsRefusedWhereItStands(String body, String pointers) {
		isRefusedAt(api.postJson(PREVIEW, body), pointers.split(" "));
	}

	@Test
	void noFieldOfAPreviewCanBringTheServiceDown() {
		var json = JsonNodeFactory.instance;
		var values = List.of(json.stringNode("x"), json.numberNode(-1), json.numberNode(1e308), json.numberNode(1.5),
				json.booleanNode(true), json.arrayNode(), json.objectNode(), json.nullNode());
		for (Place place : SpecificationFields.of(SchedulePreviewSpecification.class)) {
			for (JsonNode value : values) {
				var answer = api.postJson(PREVIEW, place.with(value));
				if (answer.status() != 200) {
					assertThat(isProblem(answer).status()).as(place + ": " + value).isEqualTo(422);
				}
			}
		}
	}

	private JsonNode preview(String body) {
		var answer = api.postJson(PREVIEW, body);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static List<Double> numbers(JsonNode array) {
		return array.valueStream().map(JsonNode::asDouble).toList();
	}

}
