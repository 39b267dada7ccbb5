package dev.descent.training.web;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Instruments as clients get them. */
@HttpTest
class InstrumentsTests {

	private static final String JOB = """
			{"training": {"epochs": 40, "batchSize": 20}, "recording": {"instruments": "%s", "evaluateEvery": 2},
			 "network": {"hiddenLayers": [{"units": 5, "activation": "relu"}, {"units": 4, "activation": "tanh"}]}}""";

	@Autowired
	private Api api;

	@Test
	void economyIsEchoedAndReadPerLayer() {
		var job = api.train(JOB.formatted("economy"));
		assertThat(job.at("/specification/recording/instruments").asString()).isEqualTo("economy");
		var instruments = api.follow(job, "instruments");
		assertThat(instruments.path("epoch").size()).isEqualTo(21);
		assertThat(instruments.at("/epoch/20").asInt()).isEqualTo(40);
		assertThat(instruments.path("recordedPoints").asInt()).isEqualTo(21);
		assertThat(instruments.path("recordedEvery").asInt()).isEqualTo(1);
		assertThat(instruments.path("layers").size()).isEqualTo(3);
		for (var layer : instruments.path("layers")) {
			for (String column : new String[] { "gradientNorm", "parameterNorm", "updateRatio", "distanceFromStart" }) {
				assertThat(layer.path(column).size()).as(column).isEqualTo(21);
				assertThat(layer.path(column).path(20).asDouble()).as(column).isPositive();
			}
			assertThat(layer.path("weightMean").isNull()).isTrue();
			assertThat(layer.at("/gradientNorm/0").isNull()).isTrue();
			assertThat(layer.at("/distanceFromStart/0").asDouble()).isZero();
			assertThat(layer.at("/deadShare/20").asDouble()).isBetween(0.0, 1.0);
		}
		assertThat(instruments.at("/layers/0/saturatedShare").isNull()).as("relu does not saturate").isTrue();
		assertThat(instruments.at("/layers/1/saturatedShare/20").asDouble()).isBetween(0.0, 1.0);
	}

	@Test
	void normsAreThoseOfTheWeightsAtThatEpoch() {
		var job = api.train(JOB.formatted("economy"));
		var instruments = api.result(job, "instruments");
		var start = api.result(job, "weights?epoch=0");
		for (int row : new int[] { 0, 7, 20 }) {
			var weights = api.result(job, "weights?epoch=" + 2 * row);
			var before = (row > 0) ? api.result(job, "weights?step=" + (weights.path("step").asLong() - 1)) : weights;
			for (int l = 0; l < 3; l++) {
				var layer = instruments.at("/layers/" + l);
				assertThat(layer.path("parameterNorm").path(row).asDouble())
					.isCloseTo(norm(weights.at("/layers/" + l), null), within(1e-12));
				assertThat(layer.path("distanceFromStart").path(row).asDouble())
					.isCloseTo(norm(weights.at("/layers/" + l), start.at("/layers/" + l)), within(1e-12));
				if (row > 0) {
					assertThat(layer.path("updateRatio").path(row).asDouble())
						.isCloseTo(norm(weights.at("/layers/" + l), before.at("/layers/" + l))
								/ norm(before.at("/layers/" + l), null), within(1e-12));
				}
			}
		}
	}

	private static double norm(JsonNode layer, @Nullable JsonNode minus) {
		double sum = 0;
		for (int unit = 0; unit < layer.path("biases").size(); unit++) {
			sum += square(layer, minus, "/biases/" + unit);
			for (int input = 0; input < layer.at("/weights/" + unit).size(); input++) {
				sum += square(layer, minus, "/weights/" + unit + "/" + input);
			}
		}
		return Math.sqrt(sum);
	}

	private static double square(JsonNode layer, @Nullable JsonNode minus, String at) {
		double value = layer.at(at).asDouble() - ((minus != null) ? minus.at(at).asDouble() : 0);
		return value * value;
	}

	@Test
	void theReaderChoosesLayerQuantitiesAndPoints() {
		var job = api.train(JOB.formatted("full"));
		var chosen = api.result(job, "instruments?layer=1&quantity=update_ratio,weight_mean&maxPoints=5");
		assertThat(chosen.path("layers").size()).isEqualTo(1);
		assertThat(chosen.at("/layers/0/layer").asInt()).isEqualTo(1);
		assertThat(chosen.path("epoch").toString()).isEqualTo("[0,10,20,30,40]");
		assertThat(chosen.at("/layers/0/updateRatio").size()).isEqualTo(5);
		assertThat(chosen.at("/layers/0/weightMean").size()).isEqualTo(5);
		assertThat(chosen.at("/layers/0/gradientNorm").isNull()).isTrue();
		var all = api.result(job, "instruments?layer=1");
		assertThat(chosen.at("/layers/0/weightMean/2")).isEqualTo(all.at("/layers/0/weightMean/10"));
		String csv = api.get(Api.path(job) + "/instruments?layer=2", "Accept", "text/csv").body();
		assertThat(csv.lines()).hasSize(22)
			.startsWith(
					"epoch,layer,gradient_norm,parameter_norm,update_ratio,distance_from_start,dead_share,saturated_share,weight_mean,weight_deviation,activation_mean,activation_deviation,gradient_signal_to_noise");
	}

	@Test
	void theFigureHasAPanelForEachQuantityAndTheUsualRatio() {
		var job = api.train(JOB.formatted("full"));
		var figure = api
			.get(Api.path(job) + "/instruments?quantity=gradient_norm,update_ratio,dead_share", "Accept",
					"application/vnd.plotly.v1+json")
			.json();
		assertThat(figure.path("data").size()).isEqualTo(3 + 4 + 3);
		assertThat(figure.at("/layout/yaxis/type").asString()).isEqualTo("log");
		assertThat(figure.at("/layout/yaxis2/type").asString()).isEqualTo("log");
		assertThat(figure.at("/layout/yaxis3/type").asString("linear")).isNotEqualTo("log");
		assertThat(figure.path("data").valueStream().filter((trace) -> trace.path("name").asString("").equals("1e-3")))
			.hasSize(1);
	}

	@Test
	void histogramsCountEveryWeight() {
		var job = api.train(JOB.formatted("full"));
		var histograms = api.result(job, "instruments/histograms");
		assertThat(histograms.path("epoch").size()).isEqualTo(21);
		int[] weights = { 10, 20, 4 };
		for (int l = 0; l < 3; l++) {
			for (var histogram : histograms.at("/layers/" + l + "/weights")) {
				assertThat(histogram.path("counts").valueStream().mapToInt(JsonNode::asInt).sum())
					.isEqualTo(weights[l]);
				assertThat(histogram.path("low").asDouble()).isLessThan(histogram.path("high").asDouble());
			}
			assertThat(histograms.at("/layers/" + l + "/activations/0").isNull()).isTrue();
		}
		assertThat(histograms.at("/layers/0/activations/5/counts").valueStream().mapToInt(JsonNode::asInt).sum())
			.isEqualTo(5 * 20);
		assertThat(api.result(job, "instruments/histograms?layer=2").path("layers").size()).isEqualTo(1);
	}

	@Test
	void aJobThatRecordsNoneSaysHowToAskForThem() {
		var job = api.train("{\"training\": {\"epochs\": 3}}");
		assertThat(job.at("/specification/recording/instruments").asString()).isEqualTo("none");
		for (String result : new String[] { "/instruments", "/instruments/histograms" }) {
			var answer = isProblem(api.get(Api.path(job) + result));
			assertThat(answer.status()).isEqualTo(409);
			assertThat(answer.json().path("detail").asString()).contains("recording.instruments", "fork");
		}
		var economy = api.train(JOB.formatted("economy"));
		var answer = isProblem(api.get(Api.path(economy) + "/instruments/histograms"));
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.json().path("detail").asString()).contains("full");
	}

	@ParameterizedTest
	@CsvSource({ "layer=3, layer, 422", "layer=-1, layer, 422", "quantity=gradient, quantity, 400",
			"maxPoints=1, maxPoints, 422" })
	void badWishesAreNamed(String query, String parameter, int status) {
		var job = api.train(JOB.formatted("economy"));
		var answer = isProblem(api.get(Api.path(job) + "/instruments?" + query));
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo(parameter);
	}

	@Test
	void anEmptyNameNamesNoQuantity() {
		var job = api.train(JOB.formatted("economy"));
		assertThat(api.result(job, "instruments?quantity=update_ratio&quantity="))
			.isEqualTo(api.result(job, "instruments?quantity=update_ratio"));
		assertThat(api.result(job, "instruments?quantity=&quantity=")).isEqualTo(api.result(job, "instruments"));
	}

	@Test
	void anUnknownLevelIsRefused() {
		var answer = isProblem(api.postJson(Api.JOBS, "{\"recording\": {\"instruments\": \"all\"}}"));
		assertThat(answer.pointers()).containsExactly("/recording/instruments");
	}

	@Test
	void aForkGoesOnRecording() {
		var job = api.train(JOB.formatted("full"));
		var fork = api.postJson(Api.path(job) + "/fork?epoch=20", "{}").json();
		for (var now = fork; !now.path("state").asString().equals("succeeded");) {
			now = api.read(Api.path(fork) + "?wait=10&seen=" + now.path("transitions").size());
		}
		var straight = api.result(job, "instruments");
		assertThat(api.result(fork, "instruments")).isEqualTo(straight);
		assertThat(api.result(fork, "instruments/histograms")).isEqualTo(api.result(job, "instruments/histograms"));
	}

}
