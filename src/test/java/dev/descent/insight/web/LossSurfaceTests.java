package dev.descent.insight.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
class LossSurfaceTests {

	/**
	 * Mini-batches and dropout, so that the recorded losses are not those of the updates.
	 */
	private static final String JOB = """
			{"network": {"hiddenLayers": [{"units": 6, "activation": "tanh", "dropout": 0.1}]},
			 "optimizer": {"type": "adam", "learningRate": 0.02},
			 "training": {"epochs": 60, "batchSize": 16}, "recording": {"checkpoints": 12}}""";

	@Autowired
	private Api api;

	@ParameterizedTest
	@ValueSource(strings = { "pca", "random", "parameters" })
	void theTrueLossOfAMomentIsWhatTheRunRecorded(String plane) {
		var job = api.train(JOB);
		for (String part : List.of("training", "validation")) {
			var losses = lossesByEpoch(job, part.equals("training") ? "trainLoss" : "validationLoss");
			var surface = api.result(job, "loss-surface?resolution=5&plane=" + plane + "&part=" + part);
			var points = surface.at("/paths/0/points");
			assertThat(points.size()).isGreaterThan(6);
			points.forEach((point) -> assertThat(point.path("trueLoss").asDouble())
				.isEqualTo(losses.get(point.path("epoch").asInt())));
		}
	}

	private Map<Integer, Double> lossesByEpoch(JsonNode job, String column) {
		var history = api.result(job, "loss-history");
		var losses = new HashMap<Integer, Double>();
		for (int i = 0; i < history.path("epoch").size(); i++) {
			losses.put(history.path("epoch").path(i).asInt(), history.path(column).path(i).asDouble());
		}
		return losses;
	}

	@Test
	void theCentreIsOnThePlaneAndItsLossOnTheGrid() {
		var job = api.train(JOB);
		var surface = api.result(job, "loss-surface?plane=random&span=1&resolution=3");
		assertThat(surface.at("/x/values").toString()).isEqualTo("[-1.0,0.0,1.0]");
		var last = surface.at("/paths/0/points").valueStream().toList().getLast();
		assertThat(surface.at("/loss/1/1")).isEqualTo(last.path("trueLoss"));
		assertThat(last.path("planeLoss")).isEqualTo(last.path("trueLoss"));
		assertThat(last.path("distanceToPlane").asDouble()).isZero();
	}

	@Test
	void aPathThatStaysInThePlaneIsTrustedAndOneThatLeavesItIsWarnedOf() {
		var twoParameters = api
			.train("""
					{"dataset": {"type": "inline", "features": [[0], [1], [2], [3]], "targets": [1.0, 2.5, 5.0, 6.5]},
					 "network": {"hiddenLayers": []}, "split": {"validationFraction": 0},
					 "scaling": "none", "optimizer": {"type": "sgd", "learningRate": 0.05, "momentum": 0.8}, "training": {"epochs": 50}}""");
		var flat = api.result(twoParameters, "loss-surface?resolution=3").at("/paths/0");
		assertThat(flat.at("/fidelity/inPlane").asDouble()).isCloseTo(1, within(1e-12));
		assertThat(flat.at("/fidelity/lossDifference").asDouble()).isCloseTo(0, within(1e-9));
		assertThat(flat.at("/fidelity/warning").isNull()).isTrue();
		flat.path("points")
			.forEach((point) -> assertThat(point.path("planeLoss").asDouble())
				.isCloseTo(point.path("trueLoss").asDouble(), within(1e-9)));

		var job = api.train(JOB);
		var away = api.result(job, "loss-surface?resolution=3&plane=parameters&first=0.0.0&second=0.0.1")
			.at("/paths/0");
		assertThat(away.at("/fidelity/inPlane").asDouble()).isLessThan(0.9);
		assertThat(away.at("/fidelity/warning").asString()).contains("of the path lies in this plane");
		assertThat(away.at("/points/0/distanceToPlane").asDouble()).isPositive();
	}

	@Test
	void principalComponentsFitThePathBetterThanAnyOtherPlane() {
		var job = api.train(JOB);
		var pca = api.result(job, "loss-surface?resolution=3&plane=pca");
		var random = api.result(job, "loss-surface?resolution=3&plane=random");
		assertThat(pca.at("/x/explainedVariance").asDouble()).isGreaterThan(pca.at("/y/explainedVariance").asDouble());
		assertThat(pca.at("/x/explainedVariance").asDouble() + pca.at("/y/explainedVariance").asDouble())
			.isLessThanOrEqualTo(1 + 1e-12);
		assertThat(random.at("/x/explainedVariance").isNull()).isTrue();
		assertThat(pca.at("/paths/0/fidelity/inPlane").asDouble())
			.isGreaterThan(random.at("/paths/0/fidelity/inPlane").asDouble());
	}

	@Test
	void aParameterIsAnAxisOfItsOwnValues() {
		var job = api.train(JOB);
		var weights = api.result(job, "weights").path("layers");
		var surface = api.result(job, "loss-surface?plane=parameters&first=0.2.1&second=1.0.bias&resolution=3");
		var last = surface.at("/paths/0/points").valueStream().toList().getLast();
		assertThat(last.path("x")).isEqualTo(weights.at("/0/weights/2/1"));
		assertThat(last.path("y")).isEqualTo(weights.at("/1/biases/0"));
		assertThat(surface.at("/x/name").asString()).isEqualTo("parameter 0.2.1");
		var chosen = api.result(job, "loss-surface?plane=parameters&resolution=2");
		assertThat(chosen.at("/x/name").asString()).matches("parameter \\d\\.\\d\\.(\\d|bias)");
		assertThat(chosen.at("/y/name")).isNotEqualTo(chosen.at("/x/name"));
	}

	@Test
	void theSameQueryGivesTheSameNumbersAndAnotherSeedOthers() {
		var job = api.train(JOB);
		String query = Api.path(job) + "/loss-surface?plane=random&resolution=4&seed=";
		assertThat(api.get(query + 5).body()).isEqualTo(api.get(query + 5).body())
			.isNotEqualTo(api.get(query + 6).body());
	}

	@Test
	void earlierMomentsAreCentresToo() {
		var job = api.train(JOB);
		var surface = api.result(job, "loss-surface?plane=random&span=0.5&resolution=3&epoch=7");
		assertThat(surface.path("epoch").asInt()).isEqualTo(7);
		assertThat(surface.at("/loss/1/1").asDouble()).isEqualTo(lossesByEpoch(job, "trainLoss").get(7));
	}

	@Test
	void severalJobsShareAPlane() {
		var one = api.train(JOB);
		var other = api.train(JOB.replace("0.02", "0.05"));
		String id = other.path("id").asString();
		var surface = api.result(one, "loss-surface?resolution=3&with=" + id);
		assertThat(surface.path("paths").valueStream().map((path) -> path.path("job").asString()))
			.containsExactly(one.path("id").asString(), id);
		var losses = lossesByEpoch(other, "trainLoss");
		surface.at("/paths/1/points")
			.forEach((point) -> assertThat(point.path("trueLoss").asDouble())
				.isEqualTo(losses.get(point.path("epoch").asInt())));
		var stranger = isProblem(api.get(Api.path(one) + "/loss-surface?with=example"));
		assertThat(stranger.status()).isEqualTo(422);
		assertThat(stranger.body()).contains("another network");
		assertThat(isProblem(api.get(Api.path(one) + "/loss-surface?with=nobody")).status()).isEqualTo(404);
	}

	@Test
	void aSliceLeadsFromOneJobToAnother() {
		var one = api.train(JOB);
		var other = api.train(JOB.replace("0.02", "0.05"));
		var slice = api.result(one, "loss-slice?along=job&span=1&resolution=3&to=" + other.path("id").asString());
		assertThat(slice.path("x").toString()).isEqualTo("[-1.0,0.0,1.0]");
		assertThat(slice.at("/trainLoss/1").asDouble()).isEqualTo(lossesByEpoch(one, "trainLoss").get(60));
		assertThat(slice.at("/trainLoss/2").asDouble()).isCloseTo(lossesByEpoch(other, "trainLoss").get(60),
				within(1e-12));
		assertThat(slice.at("/validationLoss/1").asDouble()).isEqualTo(lossesByEpoch(one, "validationLoss").get(60));
	}

	@ParameterizedTest
	@ValueSource(strings = { "along=random&seed=3", "along=pca", "along=parameter&parameter=0.1.0", "along=parameter" })
	void aSliceGoesThroughItsMoment(String query) {
		var job = api.train(JOB);
		var slice = api.result(job, "loss-slice?span=0.5&resolution=3&" + query);
		assertThat(slice.at("/x/1").asDouble()).isCloseTo(slice.path("at").asDouble(), within(1e-12));
		assertThat(slice.at("/trainLoss/1").asDouble()).isCloseTo(lossesByEpoch(job, "trainLoss").get(60),
				within(1e-12));
	}

	@ParameterizedTest
	@CsvSource({ "loss-surface?resolution=202, 422, resolution", "loss-surface?resolution=1, 422, resolution",
			"loss-surface?plane=flat, 400, plane", "loss-surface?epoch=61, 404, ", "loss-surface?span=0, 422, span",
			"loss-surface?span=NaN, 422, span", "loss-surface?plane=parameters&first=9.0.0, 422, first",
			"loss-surface?plane=parameters&first=0.0.9, 422, first",
			"loss-surface?plane=parameters&second=w1, 422, second",
			"loss-surface?plane=parameters&first=0.0.0&second=0.0.0, 422, second", "loss-surface?part=all, 400, part",
			"loss-surface?format=film, 400, format", "loss-surface?sed=1, 422, sed", "loss-slice?along=job, 422, to",
			"loss-slice?to=example, 422, to", "loss-slice?resolution=1002, 422, resolution",
			"loss-slice?along=parameter&parameter=0, 422, parameter" })
	void whatCannotBeShownIsAProblem(String query, int status, String parameter) {
		var job = api.train(JOB);
		var answer = isProblem(api.get(Api.path(job) + "/" + query));
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		if (parameter != null) {
			assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo(parameter);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "loss-surface", "loss-slice" })
	void allFaultsAreToldAtOnce(String result) {
		var answer = isProblem(api.get(Api.JOBS + "/example/" + result + "?resolution=2000&span=-1&epoch=-1&step=-2"));
		var named = new ArrayList<String>();
		answer.json().path("errors").forEach((error) -> named.add(error.path("parameter").asString()));
		assertThat(named).containsExactlyInAnyOrder("resolution", "span", "epoch", "step");
	}

	/** Some of the jobs have not begun when they are asked. */
	@Test
	void whereNothingIsRecordedYetThereIsNoSurface() {
		try {
			for (int i = 0; i < 30; i++) {
				var job = api.submitEndless();
				for (String result : List.of("loss-surface?plane=random&resolution=2", "loss-slice?resolution=2",
						"boundary?format=frames", "neuron-maps", "warp", "histograms")) {
					var answer = api.get(Api.path(job) + "/" + result);
					assertThat(answer.status()).as(answer.body()).isIn(200, 409);
				}
			}
		}
		finally {
			api.cancelAll();
		}
	}

	@Test
	void aPathWithoutTwoDirectionsHasNoPrincipalPlane() {
		var still = api.train("{\"training\": {\"epochs\": 0}}");
		var answer = isProblem(api.get(Api.path(still) + "/loss-surface"));
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.body()).contains("no two directions");
		assertThat(api.get(Api.path(still) + "/loss-surface?plane=random&resolution=2").status()).isEqualTo(200);
	}

	@Test
	void whatIsTooMuchWorkIsRefusedBeforeItBegins() {
		var large = api.train("""
				{"network": {"hiddenLayers": [{"units": 500}, {"units": 500}]}, "training": {"epochs": 1}}""");
		var answer = isProblem(api.get(Api.path(large) + "/loss-surface?plane=random&resolution=201"));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body()).contains("units of work");
	}

	/** The squares of these parameters are no longer numbers. */
	@Test
	void parametersThatAreTooLargeHaveNoSurroundings() {
		var overflown = api.train("""
				{"dataset": {"type": "plane", "samples": 20}, "optimizer": {"type": "sgd", "learningRate": 1000},
				 "training": {"epochs": 500}}""");
		assertThat(overflown.path("state").asString()).isEqualTo("diverged");
		for (String view : List.of("loss-surface?plane=pca&resolution=5", "loss-surface?plane=parameters&resolution=5",
				"loss-slice?along=pca&resolution=5", "loss-slice?along=parameter&resolution=5",
				"loss-slice?along=random&resolution=5")) {
			var answer = api.get(Api.path(overflown) + "/" + view);
			assertThat(answer.status()).as(answer.body()).isIn(200, 409);
			assertThat(answer.json().path("x").toString()).as(view).doesNotContain("[null");
		}
		for (String view : List.of("loss-surface?plane=random&resolution=5",
				"loss-surface?plane=random&resolution=5&span=2")) {
			var answer = isProblem(api.get(Api.path(overflown) + "/" + view));
			assertThat(answer.status()).as(answer.body()).isEqualTo(409);
			assertThat(answer.json().path("detail").asString()).contains("earlier epoch");
		}
	}

	@Test
	void weightsOfZeroHaveNoDirections() {
		var zero = api.train("""
				{"network": {"initializer": {"type": "zeros"}}, "training": {"epochs": 0}}""");
		assertThat(isProblem(api.get(Api.path(zero) + "/loss-surface?plane=random")).status()).isEqualTo(409);
	}

}
