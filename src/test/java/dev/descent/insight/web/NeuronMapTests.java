package dev.descent.insight.web;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Maps of outputs and units against the formulas of a network that is known by heart. */
@HttpTest
class NeuronMapTests {

	/** Two tanh units and a linear output, never trained. */
	private static final String KNOWN = """
			{"dataset": {"type": "inline", "columns": ["a", "b", "c"],
			             "features": [[-1, 0, 2], [1, 1, 4], [0, -1, 6], [0.5, 0.5, 0]], "targets": [0.5, 1.5, 2.5, 3.5]},
			 "scaling": "none", "split": {"validationFraction": 0},
			 "network": {"hiddenLayers": [{"units": 2, "activation": "tanh"}],
			             "initialParameters": [{"weights": [[1, 2, 0.5], [-1, 0.5, 0]], "biases": [0.1, -0.2]},
			                                   {"weights": [[3, -2]], "biases": [0.25]}]},
			 "training": {"epochs": 0}}""";

	@Autowired
	private Api api;

	private static double first(double a, double b, double c) {
		return Math.tanh(a + 2 * b + 0.5 * c + 0.1);
	}

	private static double second(double a, double b) {
		return Math.tanh(-a + 0.5 * b - 0.2);
	}

	@ParameterizedTest
	@CsvSource({ "'', a, b, c, 3.0", "?x=c&y=a&at=b=0.75, c, a, b, 0.75", "?y=a, b, a, c, 3.0", "?x=b, b, a, c, 3.0",
			"?at=c=-2, a, b, c, -2.0" })
	void everyUnitIsShownOverTheChosenFeatures(String query, String x, String y, String held, double value) {
		var job = api.train(KNOWN);
		String options = query.isEmpty() ? "?resolution=4" : query + "&resolution=4";
		var maps = api.result(job, "neuron-maps" + options);
		assertThat(maps.at("/x/feature").asString()).isEqualTo(x);
		assertThat(maps.at("/y/feature").asString()).isEqualTo(y);
		assertThat(maps.path("held").toString()).isEqualTo("{\"" + held + "\":" + value + "}");
		var boundary = api.result(job, "boundary" + options);
		for (int i = 0; i < 4; i++) {
			for (int j = 0; j < 4; j++) {
				double a = coordinate("a", maps, i, j, value);
				double b = coordinate("b", maps, i, j, value);
				double c = coordinate("c", maps, i, j, value);
				String at = "/" + i + "/" + j;
				assertThat(maps.at("/layers/0/maps/0" + at).asDouble()).isCloseTo(first(a, b, c), within(1e-14));
				assertThat(maps.at("/layers/0/maps/1" + at).asDouble()).isCloseTo(second(a, b), within(1e-14));
				double output = 3 * first(a, b, c) - 2 * second(a, b) + 0.25;
				assertThat(maps.at("/layers/1/maps/0" + at).asDouble()).isCloseTo(output, within(1e-13));
				assertThat(boundary.at("/outputs/0" + at)).isEqualTo(maps.at("/layers/1/maps/0" + at));
			}
		}
	}

	private static double coordinate(String feature, JsonNode maps, int i, int j, double held) {
		if (feature.equals(maps.at("/x/feature").asString())) {
			return maps.at("/x/values/" + j).asDouble();
		}
		return feature.equals(maps.at("/y/feature").asString()) ? maps.at("/y/values/" + i).asDouble() : held;
	}

	@Test
	void aWarpIsTwoUnitsOfALayerOverTheSameGrid() {
		var job = api.train(KNOWN);
		var maps = api.result(job, "neuron-maps?resolution=3&layer=0");
		assertThat(maps.path("layers").size()).isEqualTo(1);
		var warp = api.result(job, "warp?resolution=3&first=1&second=0");
		assertThat(warp.path("firstActivations")).isEqualTo(maps.at("/layers/0/maps/1"));
		assertThat(warp.path("secondActivations")).isEqualTo(maps.at("/layers/0/maps/0"));
		assertThat(warp.at("/points/0/part").asString()).isEqualTo("training");
		assertThat(warp.at("/points/0/x").valueStream().map(JsonNode::asDouble))
			.anySatisfy((value) -> assertThat(value).isCloseTo(second(-1, 0), within(1e-14)));
		assertThat(warp.at("/points/0/y").valueStream().map(JsonNode::asDouble))
			.anySatisfy((value) -> assertThat(value).isCloseTo(first(-1, 0, 2), within(1e-14)));
	}

	@Test
	void histogramsCountEveryParameter() {
		var job = api.train(KNOWN);
		var layer = api.result(job, "histograms?bins=3").at("/layers/0");
		assertThat(layer.at("/weights/counts").toString()).isEqualTo("[1,3,2]");
		assertThat(layer.at("/weights/edges").toString()).isEqualTo("[-1.0,0.0,1.0,2.0]");
		assertThat(layer.at("/weights/statistics/max").asDouble()).isEqualTo(2);
		assertThat(layer.at("/biases/counts").toString()).isEqualTo("[1,0,1]");
	}

	@Test
	void theGradientOfTheOutputsBiasIsTwiceTheMeanError() {
		var job = api.train(KNOWN);
		var statistics = api.result(job, "histograms").at("/layers/1/biasGradients/statistics");
		double error = 0;
		double[][] rows = { { -1, 0, 2, 0.5 }, { 1, 1, 4, 1.5 }, { 0, -1, 6, 2.5 }, { 0.5, 0.5, 0, 3.5 } };
		for (double[] row : rows) {
			error += 3 * first(row[0], row[1], row[2]) - 2 * second(row[0], row[1]) + 0.25 - row[3];
		}
		assertThat(statistics.path("mean").asDouble()).isCloseTo(2 * error / 4, within(1e-12));
	}

	@Test
	void oneFeatureIsACurve() {
		var job = api.train("""
				{"dataset": {"type": "sine"}, "training": {"epochs": 5}}""");
		var boundary = api.result(job, "boundary?resolution=7");
		assertThat(boundary.path("y").isNull()).isTrue();
		assertThat(boundary.path("outputs").size()).isEqualTo(1);
		assertThat(boundary.at("/outputs/0").size()).isEqualTo(1);
		assertThat(boundary.at("/outputs/0/0").size()).isEqualTo(7);
		assertThat(boundary.at("/points/0/y").isNull()).isTrue();
		assertThat(boundary.path("regions").isNull()).isTrue();
	}

	@Test
	void framesAreTheMomentsThatAreKeptOnOneGrid() {
		var job = api.train("{\"training\": {\"epochs\": 40}, \"recording\": {\"checkpoints\": 8}}");
		var kept = api.result(job, "checkpoints").path("checkpoints");
		var frames = api.result(job, "boundary?format=frames&resolution=5").path("frames");
		assertThat(frames.size()).isEqualTo(kept.size());
		for (int i = 0; i < frames.size(); i++) {
			int epoch = frames.path(i).path("epoch").asInt();
			assertThat(epoch).isEqualTo(kept.path(i).path("epoch").asInt());
			var still = api.result(job, "boundary?resolution=5&epoch=" + epoch);
			assertThat(frames.path(i).at("/outputs/0/2/3").asDouble()).isCloseTo(still.at("/outputs/0/2/3").asDouble(),
					within(1e-4));
			assertThat(frames.path(i).path("regions")).isEqualTo(still.path("regions"));
		}
		var few = api.result(job, "boundary?format=frames&resolution=5&frames=3").path("frames");
		assertThat(few.valueStream().map((frame) -> frame.path("epoch").asInt())).hasSize(3).startsWith(0).endsWith(40);
	}

	@ParameterizedTest
	@CsvSource({ "boundary?x=d, x", "boundary?y=d, y", "boundary?x=a&y=a, y", "boundary?at=a=1, at",
			"boundary?at=c, at", "boundary?at=c=NaN, at", "boundary?at=c=1e101, at", "boundary?at=d=1, at",
			"boundary?resolution=201, resolution", "neuron-maps?layer=2, layer", "warp?layer=2, layer",
			"warp?first=2, first", "warp?first=1&second=1, second", "warp?layer=1, second", "histograms?bins=0, bins",
			"histograms?bins=201, bins", "boundary?format=frames&epoch=0, epoch",
			"boundary?format=frames&frames=0, frames" })
	void whatTheNetworkDoesNotHaveIsAProblem(String query, String parameter) {
		var job = api.train(KNOWN);
		var answer = isProblem(api.get(Api.path(job) + "/" + query));
		assertThat(answer.status()).as(answer.body()).isEqualTo(422);
		assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo(parameter);
	}

	@Test
	void moreNumbersThanAllowedAreRefused() {
		var large = api.train("""
				{"network": {"hiddenLayers": [{"units": 200}, {"units": 200}]}, "training": {"epochs": 1}}""");
		var answer = isProblem(api.get(Api.path(large) + "/neuron-maps?resolution=101"));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.detailAt("none")).contains("401 maps of 10,201 points", "4,000,000");
		assertThat(api.get(Api.path(large) + "/neuron-maps?resolution=101&layer=2").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "boundary, frames", "neuron-maps, layer", "warp, first" })
	void allFaultsAreToldAtOnce(String result, String own) {
		var answer = isProblem(api.get(Api.JOBS + "/example/" + result + "?resolution=1&epoch=-1&" + own + "=-1"));
		assertThat(answer.json().path("errors").valueStream().map((error) -> error.path("parameter").asString()))
			.containsExactlyInAnyOrder("resolution", "epoch", own);
	}

	@Test
	void anEpochThatWasNeverReachedIsNotFound() {
		var job = api.train(KNOWN);
		for (String result : new String[] { "boundary", "neuron-maps", "warp", "histograms", "loss-surface",
				"loss-slice" }) {
			assertThat(isProblem(api.get(Api.path(job) + "/" + result + "?epoch=1")).status()).isEqualTo(404);
		}
	}

}
