package dev.descent.engine.initializer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

	@Test
	void aConstantIsEverywhereAndAUniformStaysInItsRange() {
		assertThat(draws(new Constant(0.5), 3, 2)).containsOnly(0.5);
		assertThat(Arrays.stream(draws(new Uniform(-2, 3), 3, 2)).boxed()).allMatch((w) -> w >= -2 && w < 3)
			.anyMatch((w) -> w > 2.9);
	}

	@Test
	void aTruncatedNormalHasNothingBeyondTwoDeviations() {
		double[] draws = draws(new Normal(1, 0.1, 2), 5, 5);
		assertThat(Arrays.stream(draws).boxed()).allMatch((w) -> Math.abs(w - 1) <= 0.2);
		// the variance of a standard normal cut at 2 is 1 - 4 phi(2) / (2 Phi(2) - 1) =
		// 0.7737
		assertThat(Arrays.stream(draws).map((w) -> (w - 1) * (w - 1)).average().orElseThrow()).isCloseTo(0.01 * 0.7737,
				within(0.01 * 0.03));
		assertThat(Arrays.stream(draws(new Normal(1, 0.1, Double.POSITIVE_INFINITY), 5, 5))
			.map((w) -> (w - 1) * (w - 1))
			.average()
			.orElseThrow()).isCloseTo(0.01, within(0.0005));
	}

	@ParameterizedTest
	@CsvSource({ "4, 3", "3, 4", "5, 5", "1, 6", "64, 48" })
	void theRowsOrColumnsOfAnOrthogonalMatrixAreOrthogonalWithLengthGain(int fanIn, int fanOut) {
		double gain = 1.5;
		double[] w = new double[fanIn * fanOut];
		new Orthogonal(gain).initialize(w, 0, fanIn, fanOut, RandomStream.of(9, Purpose.INITIALIZER, 0));
		int vectors = Math.min(fanIn, fanOut);
		for (int a = 0; a < vectors; a++) {
			for (int b = 0; b < vectors; b++) {
				double dot = 0;
				for (int k = 0; k < Math.max(fanIn, fanOut); k++) {
					dot += (fanOut <= fanIn) ? w[a * fanIn + k] * w[b * fanIn + k]
							: w[k * fanIn + a] * w[k * fanIn + b];
				}
				assertThat(dot).isCloseTo((a == b) ? gain * gain : 0, within(1e-12));
			}
		}
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
