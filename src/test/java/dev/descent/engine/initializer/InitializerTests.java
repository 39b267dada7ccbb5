package dev.descent.engine.initializer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class InitializerTests {

	private static final Map<String, Initializer> INITIALIZERS = Map.of("xavier_uniform",
			new Xavier(Distribution.UNIFORM, 1), "xavier_normal", new Xavier(Distribution.NORMAL, 1), "he_uniform",
			new He(Distribution.UNIFORM, 1), "he_normal", new He(Distribution.NORMAL, 1), "lecun_uniform",
			new LeCun(Distribution.UNIFORM, 1), "lecun_normal", new LeCun(Distribution.NORMAL, 1));

	@Test
	void variancesAndLimitsAgreeWithTheReference() {
		var examples = JsonMapper.shared()
			.readTree(Path.of("src/test/resources/golden/initialisers.json").toFile())
			.get("examples");
		for (var example : examples) {
			INITIALIZERS.forEach((name, initializer) -> {
				var expected = example.get(name);
				double variance = expected.get("variance").asDouble();
				double[] draws = draws(initializer, example.get("fanIn").asInt(), example.get("fanOut").asInt());
				double sample = Arrays.stream(draws).map((w) -> w * w).average().orElseThrow();
				double spread = expected.has("limit") ? 0.8 : 2;
				assertThat(sample / variance).as("%s of %s", name, example)
					.isCloseTo(1, within(4 * Math.sqrt(spread / draws.length)));
				if (expected.has("limit")) {
					double limit = expected.get("limit").asDouble();
					double largest = Arrays.stream(draws).map(Math::abs).max().orElseThrow();
					assertThat(largest).isBetween(0.99 * limit, limit * (1 + 1e-12));
				}
			});
		}
		assertThat(examples.size()).isPositive();
	}

	@Test
	void zerosAreZeros() {
		assertThat(draws(new Constant(0), 3, 2)).containsOnly(0);
	}

	private static double[] draws(Initializer initializer, int fanIn, int fanOut) {
		int layers = Math.max(1, 20_000 / (fanIn * fanOut));
		double[] draws = new double[layers * fanIn * fanOut];
		for (int l = 0; l < layers; l++) {
			initializer.initialize(draws, l * fanIn * fanOut, fanIn, fanOut,
					RandomStream.of(3, Purpose.INITIALIZER, l));
		}
		return draws;
	}

}
