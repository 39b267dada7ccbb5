package dev.descent.training.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.support.Variants;
import dev.descent.training.specification.activation.ActivationSpecification;
import dev.descent.training.specification.loss.LossSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static dev.descent.support.Api.JOBS;
import static dev.descent.support.Problems.isProblem;
import static dev.descent.support.Problems.isRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

/** What does not go together is refused with a reason; all the rest is trained. */
@HttpTest
class CombinationTests {

	private static final Map<String, String> DATA = Map.of("two classes", "{\"type\": \"moons\", \"samples\": 20}",
			"three classes", "{\"type\": \"blobs\", \"samples\": 30}", "counts", """
					{"type": "inline", "task": "regression", "features": [[0], [1], [2], [3], [4], [5]],
					 "targets": [0, 1, 1, 3, 4, 8]}""");

	@Autowired
	private Api api;

	/** What may go together, in words of its own. */
	private static boolean fits(String data, String output, String loss) {
		boolean two = data.equals("two classes");
		boolean counts = data.equals("counts");
		if (counts && output.equals("softmax")) {
			return false;
		}
		return switch (loss) {
			case "mse", "mae", "huber", "log_cosh" -> true;
			case "binary_cross_entropy", "focal" -> two && output.equals("sigmoid");
			case "categorical_cross_entropy" -> !counts && output.equals("softmax");
			case "hinge", "squared_hinge" -> two && output.equals("identity");
			case "poisson" -> counts && output.equals("exponential");
			default -> throw new IllegalArgumentException(loss + " is new: say what it fits");
		};
	}

	@ParameterizedTest
	@ValueSource(strings = { "two classes", "three classes", "counts" })
	void everyOutputActivationMeetsEveryLoss(String data) {
		int refused = 0;
		for (var output : Variants.of(ActivationSpecification.class)) {
			for (var lossType : Variants.of(LossSpecification.class)) {
				String loss = Variants.name(lossType);
				var answer = api.postJson(JOBS,
						"""
								{"dataset": %s, "network": {"outputActivation": "%s"}, "loss": {"type": "%s"}, "training": {"epochs": 1}}"""
							.formatted(DATA.get(data), output.name(), loss),
						"Prefer", "wait=30");
				if (fits(data, output.name(), loss)) {
					assertThat(answer.status()).as("%s on %s: %s", loss, output.name(), answer.body()).isEqualTo(200);
				}
				else {
					refused++;
					isProblem(answer);
					assertThat(answer.status()).isEqualTo(422);
					assertThat(answer.pointers()).as("%s on %s", loss, output.name())
						.isNotEmpty()
						.isSubsetOf("/loss", "/network/outputActivation");
				}
			}
		}
		assertThat(refused).isGreaterThan(60);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"{'loss': {'type': 'poisson'}, 'dataset': {'type': 'sine'}} | /loss | none of them negative",
			"{'network': {'hiddenLayers': [{'activation': 'softmax'}]}} | /network/hiddenLayers/0/activation | output layer only",
			"{'network': {'hiddenLayers': [{'activation': 'exponential'}]}} | /network/hiddenLayers/0/activation | output layer only",
			"{'network': {'hiddenLayers': [{'activation': 'rellu'}]}} | /network/hiddenLayers/0/activation | did you mean 'relu'?",
			"{'network': {'hiddenLayers': [{'activation': {'type': 'rellu'}}]}} | /network/hiddenLayers/0/activation/type | did you mean 'relu'?",
			"{'network': {'hiddenLayers': [{'activation': 7}]}} | /network/hiddenLayers/0/activation | a name or an object",
			"{'network': {'hiddenLayers': [{'activation': {'type': 'elu', 'alpha': -1}}]}} | /network/hiddenLayers/0/activation/alpha | greater than",
			"{'network': {'initializer': {'type': 'uniform', 'low': 1, 'high': 1}}} | /network/initializer/low | below high",
			"{'dataset': {'type': 'blobs'}, 'loss': {'type': 'categorical_cross_entropy', 'classWeights': [1, 2]}} | /loss/classWeights | there are 3 classes",
			"{'optimizer': {'type': 'schedule_free'}, 'averaging': {'type': 'ema'}} | /averaging | average already",
			"{'optimizer': {'type': 'schedule_free'}, 'regularization': {'maxNorm': 2}} | /regularization/maxNorm | own copies" })
	void theReasonStandsAtTheField(String body, String pointer, String reason) {
		var answer = isRefusedAt(api.postJson(JOBS, body.replace('\'', '"')), pointer);
		assertThat(answer.detailAt(pointer)).contains(reason);
	}

	@Test
	void anActivationIsWrittenByNameUnlessItHasParameters() {
		var network = api.train("""
				{"network": {"hiddenLayers": [{"activation": "tanh"}, {"activation": {"type": "sine"}},
				  {"activation": "leaky_relu"}, {"activation": {"type": "elu", "alpha": 0.5}}]},
				 "training": {"epochs": 1}}""").at("/specification/network");
		assertThat(network.get("outputActivation").asString()).isEqualTo("sigmoid");
		var layers = network.get("hiddenLayers");
		assertThat(layers.get(0).get("activation").asString()).isEqualTo("tanh");
		assertThat(layers.get(1).get("activation").asString()).isEqualTo("sine");
		assertThat(layers.get(2).get("activation")).hasToString("{\"type\":\"leaky_relu\",\"negativeSlope\":0.01}");
		assertThat(layers.get(3).get("activation")).hasToString("{\"type\":\"elu\",\"alpha\":0.5}");
	}

	@Test
	void aStartWhoseUnitsAreAlikeIsWarnedOf() {
		var alike = new ArrayList<String>();
		for (String initializer : List.of("{\"type\": \"zeros\"}", "{\"type\": \"constant\"}",
				"{\"type\": \"normal\", \"standardDeviation\": 0}", "{\"type\": \"he_normal\"}")) {
			var job = api
				.train("{\"network\": {\"initializer\": %s}, \"training\": {\"epochs\": 1}}".formatted(initializer));
			if (job.path("warnings").toString().contains("symmetric units")) {
				alike.add(initializer);
			}
		}
		assertThat(alike).hasSize(3).noneMatch((initializer) -> initializer.contains("he_normal"));
		assertThat(api.train("""
				{"network": {"hiddenLayers": [], "initializer": {"type": "zeros"}}, "training": {"epochs": 1}}""")
			.path("warnings")
			.toString()).doesNotContain("symmetric");
	}

}
