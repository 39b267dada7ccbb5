package dev.descent.engine.optimizer;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class GradientRuleTests {

	@Test
	void aGradientThatIsTooLongIsShortenedAndKeepsItsDirection() {
		double[] g = { 3, -4 };
		new NormClipping(1, 0).apply(g, 1, 1);
		assertThat(g).containsExactly(new double[] { 0.6, -0.8 }, within(1e-15));
		new NormClipping(2, 0).apply(g, 1, 1);
		assertThat(g).containsExactly(new double[] { 0.6, -0.8 }, within(1e-15));
	}

	@Test
	void everyComponentIsCutByItself() {
		double[] g = { 3, -0.25, -4 };
		new ValueClipping(0.5).apply(g, 1, 1);
		assertThat(g).containsExactly(0.5, -0.25, -0.5);
	}

	@Test
	void noiseHasTheVarianceOfItsUpdateAndTheBitsOfItsSeed() {
		var noise = new GradientNoise(0.04, 1);
		assertThat(variance(noise(noise, 1, 1))).isCloseTo(0.04, within(0.04 * 0.03));
		assertThat(variance(noise(noise, 1, 4))).isCloseTo(0.01, within(0.01 * 0.03));
		assertThat(noise(noise, 1, 1)).containsExactly(noise(noise, 1, 1));
		assertThat(noise(noise, 2, 1)).isNotEqualTo(noise(noise, 1, 1));
		assertThat(noise(noise, 1, 2)).isNotEqualTo(noise(noise, 1, 1));
	}

	private static double[] noise(GradientNoise rule, long seed, long step) {
		double[] g = new double[50_000];
		rule.apply(g, seed, step);
		return g;
	}

	private static double variance(double[] draws) {
		return Arrays.stream(draws).map((draw) -> draw * draw).average().orElseThrow();
	}

}
