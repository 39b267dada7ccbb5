package dev.descent.race.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import dev.descent.race.statistics.Comparisons;
import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Api.RACES;
import static org.assertj.core.api.Assertions.assertThat;

/** Whether races see differences where there are some, and none where there are none. */
@HttpTest
class RaceJudgementTests {

	private static final int RACES_BETWEEN_EQUALS = 100;

	/** Five are to be expected. */
	private static final int MOST_FALSE_ALARMS = 10;

	@Autowired
	private Api api;

	private JsonNode race(String specification) {
		var answer = api.postJson(RACES, specification, "Prefer", "wait=60");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private List<JsonNode> comparisons(JsonNode race) {
		return api.follow(race, "leaderboard").path("comparisons").valueStream().toList();
	}

	@Test
	void twoCopiesOfAMethodAreNeverDeclaredDifferent() {
		for (int i = 0; i < RACES_BETWEEN_EQUALS; i++) {
			var race = race("""
					{"base": {"training": {"epochs": 15}}, "firstSeed": %d, "seeds": 10, "variants": [
					 {"name": "one", "patch": {"optimizer": {"type": "adam"}}},
					 {"name": "other", "patch": {"optimizer": {"type": "adam"}}}]}""".formatted(1000 * i));
			assertThat(comparisons(race)).singleElement()
				.satisfies((pair) -> assertThat(pair.path("different").asBoolean()).isFalse());
			assertThat(race.at("/verdict/0").asString()).startsWith("one and other cannot be told apart");
		}
	}

	/** Two thousand runs with different seeds, ten against ten. */
	@Test
	void runsOfOneMethodWithOtherSeedsAreSeldomDeclaredDifferent() {
		var race = race(
				"{\"base\": {\"training\": {\"epochs\": 15}}, \"seeds\": %d}".formatted(20 * RACES_BETWEEN_EQUALS));
		double[] losses = api.follow(race, "runs")
			.path("runs")
			.valueStream()
			.mapToDouble((run) -> run.path("finalTrainLoss").asDouble())
			.toArray();
		assertThat(losses).hasSize(20 * RACES_BETWEEN_EQUALS);
		long alarms = IntStream.range(0, RACES_BETWEEN_EQUALS)
			.filter((i) -> Comparisons.of(List.of(Arrays.copyOfRange(losses, 20 * i, 20 * i + 10),
					Arrays.copyOfRange(losses, 20 * i + 10, 20 * i + 20)), 0.05)
				.areDifferent(0, 1))
			.count();
		assertThat(alarms).isLessThanOrEqualTo(MOST_FALSE_ALARMS);
	}

	@Test
	void gradientDescentAtAMinuteRateIsAlwaysWorseThanAdamOnIllConditionedData() {
		for (int i = 0; i < 25; i++) {
			var race = race(
					"""
							{"base": {"dataset": %s, "scaling": "none", "training": {"epochs": 60}}, "firstSeed": %d, "seeds": 10, "variants": [
							 {"name": "sgd", "patch": {"optimizer": {"type": "sgd", "learningRate": 0.001}}},
							 {"name": "adam", "patch": {"optimizer": {"type": "adam"}}}]}"""
						.formatted(illConditioned(i), 1000 * i));
			assertThat(comparisons(race)).singleElement()
				.satisfies((pair) -> assertThat(pair.path("better").asString()).isEqualTo("adam"));
			assertThat(race.at("/verdict/0").asString()).startsWith("adam is better than sgd (p ");
		}
	}

	/**
	 * Two columns, the one a hundred times as wide as the other, which matters as much.
	 */
	private static String illConditioned(long seed) {
		var random = RandomStream.of(seed, Purpose.DATASET);
		var features = new ArrayList<String>();
		var targets = new ArrayList<String>();
		IntStream.range(0, 60).forEach((_) -> {
			double narrow = random.nextDouble(-1, 1);
			double wide = random.nextDouble(-1, 1);
			features.add(String.format(Locale.ROOT, "[%.6f, %.6f]", narrow, 100 * wide));
			targets.add((narrow + wide > 0) ? "1" : "0");
		});
		return "{\"type\": \"inline\", \"features\": %s, \"targets\": %s}".formatted(features, targets);
	}

}
