package dev.descent.insight.curvature.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

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
import static org.assertj.core.api.Assertions.within;

@HttpTest
class CurvatureControllerTests {

	/** Descent that sharpens until its rate is hardly stable. */
	private static final String AT_THE_EDGE = """
			{"dataset": {"type": "sine", "samples": 100}, "split": {"validationFraction": 0},
			 "network": {"hiddenLayers": [{"units": 16, "activation": "tanh"}, {"units": 16, "activation": "tanh"}]},
			 "optimizer": {"type": "sgd", "learningRate": 0.1}, "training": {"epochs": 4000}}""";

	@Autowired
	private Api api;

	@Test
	void aSmallNetworkHasAllItsEigenvalues() {
		var curvature = api.read(Api.JOBS + "/example/curvature");
		var all = numbers(curvature.path("eigenvalues"));
		assertThat(all).hasSize(curvature.path("parameterCount").asInt()).isSorted();
		assertThat(curvature.path("exact").asBoolean()).isTrue();
		assertThat(curvature.at("/trace/value").asDouble())
			.isCloseTo(all.stream().mapToDouble(Double::doubleValue).sum(), within(1e-12));
		assertThat(curvature.at("/trace/standardError").isNull()).isTrue();
		assertThat(curvature.at("/largest/0/value").asDouble()).isEqualTo(all.getLast());
		assertThat(curvature.at("/smallest/0/value").asDouble()).isEqualTo(all.getFirst());
		assertThat(curvature.path("negative").asInt())
			.isEqualTo((int) all.stream().filter((each) -> each < -1e-9).count());
	}

	@Test
	void fewProductsFindTheSameEnds() {
		var exact = api.read(Api.JOBS + "/example/curvature");
		var ends = api.read(Api.JOBS + "/example/curvature?products=25&eigenvalues=2");
		assertThat(ends.path("exact").asBoolean()).isFalse();
		assertThat(ends.path("eigenvalues").isNull()).isTrue();
		assertThat(ends.path("largest").size()).isEqualTo(2);
		for (String end : new String[] { "/largest/0", "/smallest/0" }) {
			assertThat(ends.at(end + "/value").asDouble()).isCloseTo(exact.at(end + "/value").asDouble(), within(1e-6));
			assertThat(ends.at(end + "/rank")).isEqualTo(exact.at(end + "/rank"));
		}
		double trace = exact.at("/trace/value").asDouble();
		assertThat(ends.at("/trace/value").asDouble()).isCloseTo(trace,
				within(4 * ends.at("/trace/standardError").asDouble()));
	}

	/**
	 * The sharpest curvature is that of the loss surface: differences of second order
	 * cannot exceed it.
	 */
	@Test
	void itIsTheCurvatureOfTheObjectiveWithItsPenalties() {
		var plain = api.train("{\"training\": {\"epochs\": 3}}");
		var penalized = api.train("""
				{"training": {"epochs": 3}, "network": {"hiddenLayers": [], "initializer": {"type": "zeros"}},
				 "regularization": {"l2": 5.0}}""");
		var without = api.train("""
				{"training": {"epochs": 0}, "network": {"hiddenLayers": [], "initializer": {"type": "zeros"}}}""");
		assertThat(api.result(plain, "curvature").path("samples").asInt()).isEqualTo(80);
		double with = api.result(penalized, "curvature?epoch=0").at("/largest/0/value").asDouble();
		double bare = api.result(without, "curvature").at("/largest/0/value").asDouble();
		assertThat(with - bare).isCloseTo(5, within(0.2));
	}

	@Test
	void theEdgeOfStabilityIsSeen() {
		var job = api.train(AT_THE_EDGE);
		var history = api.result(job, "curvature?format=history&moments=24");
		var moments = history.path("moments");
		assertThat(moments.size()).isEqualTo(24);
		assertThat(moments.get(0).path("epoch").asInt()).isZero();
		assertThat(moments.get(0).path("ratio").asDouble()).isLessThan(0.8);
		for (int i = 12; i < 24; i++) {
			assertThat(moments.get(i).path("ratio").asDouble()).isBetween(0.98, 1.02);
			assertThat(moments.get(i).path("largestStableSharpness").asDouble()).isEqualTo(2 / 0.1);
		}
		assertThat(history.at("/stability/meaning").asString()).contains("at the edge of stability");
		assertThat(history.at("/stability/holds").asBoolean()).isTrue();
		double last = moments.get(23).path("sharpness").asDouble();
		assertThat(api.result(job, "curvature").at("/largest/0/value").asDouble()).isCloseTo(last, within(1e-4));
	}

	@Test
	void theRateInUseIsThatOfTheMoment() {
		var job = api.train("""
				{"schedule": {"type": "exponential", "gamma": 0.9}, "training": {"epochs": 20},
				 "optimizer": {"type": "sgd", "learningRate": 0.4, "momentum": 0.5}}""");
		var history = api.result(job, "curvature?format=history&moments=64").path("moments");
		var rates = new HashSet<Double>();
		history.forEach((moment) -> {
			rates.add(moment.path("learningRate").asDouble());
			assertThat(moment.path("largestStableSharpness").asDouble())
				.isCloseTo(3 / moment.path("learningRate").asDouble(), within(1e-9));
		});
		assertThat(rates).hasSizeGreaterThan(10);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"optimizer\": {\"type\": \"adam\"} | not sgd",
					"\"training\": {\"batchSize\": 16, \"epochs\": 5} | batches",
					"\"gradientClipping\": {\"type\": \"norm\", \"maxNorm\": 1.0} | clipping",
					"\"optimizer\": {\"type\": \"sgd\", \"weightDecay\": 0.1} | weight decay" })
	void whereTheBoundIsAHintItSaysWhy(String fields, String why) {
		var stability = api.result(api.train("{" + fields + "}"), "curvature").path("stability");
		assertThat(stability.path("holds").asBoolean()).isFalse();
		assertThat(stability.path("doubts").toString()).contains(why);
		assertThat(stability.path("meaning").asString()).contains("hint");
	}

	@Test
	void aMethodWithoutARateIsNotComparedWithTheBound() {
		var stability = api
			.result(api.train("{\"optimizer\": {\"type\": \"newton\"}, \"training\": {\"epochs\": 3}}"), "curvature")
			.path("stability");
		assertThat(stability.path("learningRate").isNull()).isTrue();
		assertThat(stability.path("ratio").isNull()).isTrue();
	}

	@Test
	void aNetworkOf235146ParametersIsLookedAtWithoutItsHessian() {
		var job = api.train(large());
		var curvature = api.result(job, "curvature?samples=60&products=16&eigenvalues=2&probes=4");
		assertThat(curvature.path("parameterCount").asInt()).isEqualTo(235_146);
		assertThat(curvature.path("products").asInt()).isLessThanOrEqualTo(20);
		assertThat(curvature.at("/largest/0/value").asDouble()).isPositive();
		assertThat(curvature.at("/largest/0/residual").asDouble())
			.isLessThan(1e-3 * curvature.at("/largest/0/value").asDouble());
		assertThat(curvature.path("warnings").toString()).contains("corners of relu", "first 60 of 240");
		var refused = isProblem(api.get(Api.path(job) + "/curvature?samples=240&products=70&probes=20"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("units of work", "samples");
		var crowded = isProblem(api.get(Api.path(job) + "/curvature?samples=1&products=1000"));
		assertThat(crowded.status()).isEqualTo(422);
		assertThat(crowded.body()).contains("there is memory for");
	}

	private static String large() {
		var random = new Random(1);
		var features = new ArrayList<String>();
		var targets = new ArrayList<String>();
		for (int i = 0; i < 240; i++) {
			features.add(random.doubles(784).mapToObj("%.2f"::formatted).toList().toString());
			targets.add("\"" + i % 10 + "\"");
		}
		return """
				{"dataset": {"type": "inline", "features": %s, "targets": %s}, "split": {"validationFraction": 0},
				 "network": {"hiddenLayers": [{"units": 256, "activation": "relu"}, {"units": 128, "activation": "relu"}]},
				 "optimizer": {"type": "sgd", "learningRate": 0.05}, "training": {"epochs": 1}}"""
			.formatted(features, targets);
	}

	@Test
	void theSameQueryGivesTheSameBitsAndAnotherSeedOthers() {
		String query = Api.JOBS + "/example/curvature?products=8&seed=";
		assertThat(api.get(query + 5).body()).isEqualTo(api.get(query + 5).body())
			.isNotEqualTo(api.get(query + 6).body());
	}

	@Test
	void aLossWithCornersHasNoCurvature() {
		var job = api.train("{\"loss\": {\"type\": \"hinge\"}, \"training\": {\"epochs\": 2}}");
		for (String query : new String[] { "", "?format=history" }) {
			var answer = isProblem(api.get(Api.path(job) + "/curvature" + query));
			assertThat(answer.status()).isEqualTo(409);
			assertThat(answer.body()).contains("no curvature");
		}
	}

	@ParameterizedTest
	@CsvSource({ "eigenvalues=0, 422, eigenvalues", "products=1, 422, products", "probes=1, 422, probes",
			"samples=0, 422, samples", "moments=65, 422, moments", "format=film, 400, format",
			"format=history&epoch=3, 422, epoch", "epoch=2000, 404, ", "product=3, 422, product" })
	void whatCannotBeShownIsAProblem(String query, int status, String parameter) {
		var answer = isProblem(api.get(Api.JOBS + "/example/curvature?" + query));
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		if (parameter != null) {
			assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo(parameter);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "curvature", "curvature?format=history", "gradient-check" })
	void itIsATable(String result) {
		var table = api.get(Api.JOBS + "/example/" + result, "Accept", "text/csv");
		assertThat(table.body().lines().count()).isGreaterThan(10);
		long cells = table.body().lines().findFirst().orElseThrow().split(",").length;
		assertThat(table.body().lines()).allMatch((line) -> line.split(",", -1).length == cells);
	}

	private static List<Double> numbers(JsonNode array) {
		return array.valueStream().map(JsonNode::asDouble).toList();
	}

}
