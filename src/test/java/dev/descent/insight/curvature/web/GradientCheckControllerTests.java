package dev.descent.insight.curvature.web;

import java.net.http.HttpRequest.BodyPublishers;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class GradientCheckControllerTests {

	@Autowired
	private Api api;

	@ParameterizedTest
	@ValueSource(strings = { "{}",
			"{\"optimizer\": {\"type\": \"adam\"}, \"training\": {\"batchSize\": 16, \"epochs\": 30}}",
			"{\"network\": {\"hiddenLayers\": [{\"units\": 8, \"activation\": \"relu\", \"dropout\": 0.3}]}, \"regularization\": {\"l1\": 0.01, \"l2\": 0.1}}",
			"{\"loss\": {\"type\": \"hinge\"}}", "{\"dataset\": {\"type\": \"sine\"}, \"loss\": {\"type\": \"mae\"}}",
			"{\"optimizer\": {\"type\": \"lbfgs\"}, \"training\": {\"epochs\": 200}}",
			"{\"dataset\": {\"type\": \"blobs\", \"centers\": 4}, \"averaging\": {\"type\": \"ema\"}}" })
	void backpropagationIsRightInEveryJob(String specification) {
		var job = api.train(specification);
		for (String moment : new String[] { "", "?epoch=0", "?step=3" }) {
			var check = api.result(job, "gradient-check" + moment);
			assertThat(check.path("agrees").asBoolean()).as(check.path("verdict").asString()).isTrue();
			assertThat(check.path("brokenFrom").isNull()).isTrue();
			assertThat(check.path("checked").asInt()).isEqualTo(check.path("parameterCount").asInt());
		}
		var summary = job.at("/summary/gradientCheck");
		assertThat(summary.path("agrees").asBoolean()).as(summary.toString()).isTrue();
		assertThat(summary.path("relativeErrors").size())
			.isEqualTo(api.result(job, "gradient-check").path("layers").size());
	}

	@Test
	void theParametersAreNamedAsElsewhereAndTheirDerivativesAreInOrder() {
		var check = api.read(Api.JOBS + "/example/gradient-check");
		assertThat(check.at("/derivatives/0/parameter").asString()).isEqualTo("0.0.0");
		assertThat(check.at("/derivatives/17/parameter").asString()).isEqualTo("0.1.bias");
		assertThat(check.at("/derivatives/32/parameter").asString()).isEqualTo("1.0.bias");
		assertThat(check.at("/layers/0/weights/count").asInt()).isEqualTo(16);
		assertThat(check.at("/layers/1/biases/checked").asInt()).isEqualTo(1);
		double worst = check.at("/worst/error").asDouble() / check.at("/worst/tolerance").asDouble();
		assertThat(check.path("derivatives"))
			.allSatisfy((each) -> assertThat(each.path("error").asDouble() / each.path("tolerance").asDouble())
				.isLessThanOrEqualTo(worst));
	}

	@Test
	void someOfEachLayerAreChosen() {
		var check = api.read(Api.JOBS + "/example/gradient-check?parameters=10&samples=20");
		assertThat(check.path("checked").asInt()).isEqualTo(10);
		assertThat(check.path("samples").asInt()).isEqualTo(20);
		check.path("layers").forEach((layer) -> {
			assertThat(layer.at("/weights/checked").asInt()).isPositive();
			assertThat(layer.at("/biases/checked").asInt()).isPositive();
		});
		assertThat(names("?parameters=10&seed=1")).isEqualTo(names("?parameters=10&seed=1"))
			.isNotEqualTo(names("?parameters=10&seed=2"));
	}

	private String names(String query) {
		return api.read(Api.JOBS + "/example/gradient-check" + query)
			.path("derivatives")
			.valueStream()
			.map((each) -> each.path("parameter").asString())
			.toList()
			.toString();
	}

	@Test
	void aUnitAtItsCornerIsTold() {
		var job = api
			.train("""
					{"network": {"hiddenLayers": [{"units": 4, "activation": "relu"}, {"units": 4, "activation": "relu"}],
					  "initializer": {"type": "constant", "value": 0.3}},
					 "dataset": {"type": "inline", "features": [[0, 0], [1, 2], [2, -1], [-1, 1]], "targets": ["a", "b", "a", "b"]},
					 "scaling": "none", "split": {"validationFraction": 0}, "training": {"epochs": 0}}""");
		var check = api.result(job, "gradient-check");
		assertThat(check.path("agrees").asBoolean()).isTrue();
		assertThat(check.at("/layers/0/weights/kinks").asInt()).isPositive();
		assertThat(check.path("verdict").asString()).contains("corner");
	}

	@Test
	void onlyAJobThatEndedSoundlyHasACheckInItsSummary() {
		assertThat(summary(api.train("{\"training\": {\"epochs\": 0}}")).isMissingNode()).isFalse();
		var diverged = api.train("""
				{"dataset": {"type": "sine"}, "optimizer": {"type": "sgd", "learningRate": 1000},
				 "network": {"hiddenLayers": [{"units": 8, "activation": "relu"}]}, "training": {"epochs": 500}}""");
		assertThat(diverged.path("state").asString()).isEqualTo("diverged");
		assertThat(summary(diverged).isMissingNode()).isTrue();
		var running = api.submitEndless();
		assertThat(summary(api.read(Api.path(running))).isMissingNode()).isTrue();
		api.cancelAll();
	}

	@Test
	void aContinuedJobHasItsOwn() {
		var more = api.send("POST", Api.JOBS + "/example/continue?epochs=15", BodyPublishers.noBody(), "Prefer",
				"wait=30");
		assertThat(more.status()).as(more.body()).isEqualTo(200);
		assertThat(summary(more.json()).path("agrees").asBoolean()).isTrue();
	}

	private static JsonNode summary(JsonNode job) {
		return job.at("/summary/gradientCheck");
	}

	@ParameterizedTest
	@CsvSource({ "parameters=0, parameters", "parameters=10001, parameters", "samples=1025, samples",
			"sample=3, sample" })
	void whatCannotBeCheckedIsAProblem(String query, String parameter) {
		var answer = isProblem(api.get(Api.JOBS + "/example/gradient-check?" + query));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo(parameter);
	}

	@Test
	void whatIsTooMuchWorkIsRefusedBeforeItBegins() {
		var large = api.train("""
				{"network": {"hiddenLayers": [{"units": 500}, {"units": 500}]}, "training": {"epochs": 1},
				 "dataset": {"type": "moons", "samples": 600}}""");
		var answer = isProblem(api.get(Api.path(large) + "/gradient-check?parameters=10000"));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body()).contains("units of work");
		var some = api.result(large, "gradient-check");
		assertThat(some.path("checked").asInt()).isBetween(20, 60);
		assertThat(some.path("agrees").asBoolean()).isTrue();
	}

}
