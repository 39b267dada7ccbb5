package dev.descent.race.web;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Api.RACES;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * One race against SciPy 1.17.1 and NumPy 2.4.6, which were given the loss histories of
 * its thirty jobs: {@code numpy.percentile(losses, [25, 50, 75])} epoch by epoch,
 * {@code scipy.stats.binomtest(reached, 10).proportion_ci(method='wilson')} and
 * {@code scipy.stats.mannwhitneyu(a, b)} of the losses at the end ({@code exact} without
 * ties, else {@code asymptotic}), adjusted by Holm's method by hand. Two runs of the last
 * variant diverge; they count as infinite.
 */
@HttpTest
class RaceReferenceTests {

	private static final Percentage ROUNDING = Percentage.withPercentage(1e-7);

	@Autowired
	private Api api;

	private JsonNode race;

	@BeforeEach
	void race() {
		var answer = api.postJson(RACES,
				"""
						{"base": {"dataset": {"type": "plane", "samples": 60},
						          "network": {"hiddenLayers": [{"units": 8, "activation": "relu"}]}, "training": {"epochs": 60}},
						 "seeds": 10, "target": 0.025, "variants": [
						 {"name": "slow", "patch": {"optimizer": {"type": "sgd", "learningRate": 0.05}}},
						 {"name": "adam", "patch": {"optimizer": {"type": "adam", "learningRate": 0.02}}},
						 {"name": "rash", "patch": {"optimizer": {"type": "sgd", "learningRate": 0.7}}}]}""",
				"Prefer", "wait=60");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		race = answer.json();
	}

	@ParameterizedTest
	@CsvSource({ "slow, 0, 2.421248212737672, 3.0590383086222404, 4.0187336515709",
			"slow, 7, 0.5666978199590594, 1.2915180996115814, 1.6985301234337493",
			"slow, 30, 0.03040875890210775, 0.04596938499435463, 0.0878309103355476",
			"slow, 60, 0.016129924191905013, 0.02509336006532135, 0.04016618986087632",
			"adam, 0, 2.421248212737672, 3.0590383086222404, 4.0187336515709",
			"adam, 7, 0.8378625795439483, 1.6578832968623853, 2.138214795139554",
			"adam, 30, 0.07855360249744636, 0.0908554835867493, 0.11921673614479819",
			"adam, 60, 0.019788294347098168, 0.02722512137724497, 0.041175865808664704",
			"rash, 7, 2.414303775946481, 2.5228830054833913, 8.354337060204124",
			"rash, 30, 2.469753280484638, 2.6111096904324436, 2.76276640552385",
			"rash, 60, 2.469753280484638, 2.6111096904324436, 2.762766300456071" })
	void quartilesOfTheLossesAreThoseOfNumPy(String variant, int epoch, double lower, double median, double upper) {
		var curves = api.follow(race, "curves");
		assertThat(curves.path("x").size()).isEqualTo(61);
		assertThat(curves.path("x").path(epoch).asInt()).isEqualTo(epoch);
		var curve = named(curves.path("variants"), "name", variant);
		assertThat(curve.path("lower").path(epoch).asDouble()).isCloseTo(lower, ROUNDING);
		assertThat(curve.path("median").path(epoch).asDouble()).isCloseTo(median, ROUNDING);
		assertThat(curve.path("upper").path(epoch).asDouble()).isCloseTo(upper, ROUNDING);
		if (epoch == 60) {
			var score = named(api.follow(race, "leaderboard").path("entries"), "variant", variant).path("score");
			assertThat(score.path("lower").asDouble()).isCloseTo(lower, ROUNDING);
			assertThat(score.path("median").asDouble()).isCloseTo(median, ROUNDING);
		}
	}

	private static JsonNode named(JsonNode list, String field, String variant) {
		return list.valueStream()
			.filter((element) -> element.path(field).asString().equals(variant))
			.findFirst()
			.orElseThrow();
	}

	@ParameterizedTest
	@CsvSource({ "slow, reached, 5, 0.236593090512564, 0.7634069094874361",
			"adam, reached, 4, 0.16818032970623614, 0.6873262302663417", "rash, reached, 0, 0, 0.27753279986288926",
			"rash, diverged, 2, 0.056682151454375274, 0.5098375284633582" })
	void intervalsAreThoseOfSciPy(String variant, String field, int count, double low, double high) {
		var proportion = named(api.follow(race, "leaderboard").path("entries"), "variant", variant).path(field);
		assertThat(proportion.path("count").asInt()).isEqualTo(count);
		assertThat(proportion.path("of").asInt()).isEqualTo(10);
		assertThat(proportion.path("low").asDouble()).isCloseTo(low, ROUNDING);
		assertThat(proportion.path("high").asDouble()).isCloseTo(high, ROUNDING);
	}

	@ParameterizedTest
	@CsvSource({ "slow, adam, 48, 0.9117971811470265, 0.9117971811470265,",
			"slow, rash, 0, 0.00018165114609146497, 0.0005449534382743949, slow",
			"adam, rash, 0, 0.00018165114609146497, 0.0005449534382743949, adam" })
	void pairsAreJudgedAsBySciPy(String first, String second, double u, double p, double adjusted, String better) {
		var pair = api.follow(race, "leaderboard")
			.path("comparisons")
			.valueStream()
			.filter((one) -> one.path("first").asString().equals(first) && one.path("second").asString().equals(second))
			.findFirst()
			.orElseThrow();
		assertThat(pair.path("u").asDouble()).isEqualTo(u);
		assertThat(pair.path("p").asDouble()).isCloseTo(p, ROUNDING);
		assertThat(pair.path("adjustedP").asDouble()).isCloseTo(adjusted, ROUNDING);
		assertThat(pair.path("different").asBoolean()).isEqualTo(better != null);
		assertThat(pair.path("better").asString("")).isEqualTo((better != null) ? better : "");
	}

	@Test
	void theVerdictSaysWhatTheNumbersSay() {
		assertThat(race.path("verdict").valueStream().map(JsonNode::asString)).containsExactly(
				"slow and adam cannot be told apart (p = 0.91, 10 seeds).",
				"rash is worse than slow and adam (largest p = 0.00054, 10 seeds).",
				"slow reached the target loss 0.025 in 5 of 10 runs (95 % interval 23.7 % to 76.3 %).",
				"adam reached the target loss 0.025 in 4 of 10 runs (95 % interval 16.8 % to 68.7 %).",
				"rash reached the target loss 0.025 in 0 of 10 runs (95 % interval 0 % to 27.8 %).",
				"rash diverged in 2 of 10 runs (95 % interval 5.67 % to 51 %).");
		var ranks = api.follow(race, "leaderboard")
			.path("entries")
			.valueStream()
			.map((entry) -> entry.path("rank").asInt());
		assertThat(ranks).containsExactly(1, 1, 3);
	}

}
