package dev.descent.race.statistics;

import java.util.Arrays;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** Numbers of {@code scipy.stats.mannwhitneyu}, SciPy 1.17.1. */
class RankTestTests {

	private static final double INFINITY = Double.POSITIVE_INFINITY;

	/** {@code mannwhitneyu(first, second, method='exact')}; no value is there twice. */
	@ParameterizedTest
	@CsvSource({ "1, 1, 1, 0.25, 0.0, 1.0", //
			"1, 19, 1, 2000.25, 0.0, 0.1", //
			"2, 2, 1, -50.75, 4.0, 0.3333333333333333", //
			"3, 3, 1, 1000.25, 0.0, 0.1", //
			"3, 5, 1, 20.25, 3.0, 0.25", //
			"4, 10, 1, -60.75, 14.0, 0.4535464535464536", //
			"8, 8, 1, 100.25, 15.0, 0.08298368298368297", //
			"10, 10, 1, -300.75, 97.0, 7.577561757128321e-05", //
			"10, 30, 1, 150.25, 24.0, 1.4340646518814899e-05", //
			"20, 20, 1, 0.25, 190.0, 0.799407187161697", //
			"50, 3, 1, -400.75, 150.0, 8.537522410996328e-05", //
			"49, 50, 1, 120.25, 899.0, 0.022263091881874388", //
			"50, 50, 1, -150.75, 1583.0, 0.021435857634239587" })
	void withoutTiesItIsTheExactTestOfSciPy(int n, int m, int width, double shift, double u, double p) {
		assertClose(RankTest.of(first(n, width), second(m, width, shift)), n * m, u, p);
	}

	/**
	 * {@code mannwhitneyu(first, second, method='asymptotic')}; with ties, or more than
	 * 50 values.
	 */
	@ParameterizedTest
	@CsvSource({ "3, 3, 200, 0, 4.5, 1.0", //
			"5, 8, 100, 1, 3.0, 0.011811443293692504", //
			"10, 10, 100, -2, 88.0, 0.0038300611661409045", //
			"10, 10, 500, 1, 0.0, 1.5937911688066244e-05", //
			"50, 50, 100, 1, 991.5, 0.07381328402363536", //
			"30, 12, 300, 1, 148.0, 0.3561929738863152", //
			"51, 50, 1, 120.25, 975.0, 0.04192028363155875", //
			"100, 100, 1, -150.75, 6340.0, 0.0010644282061930033", //
			"100, 100, 50, 3, 3560.0, 0.0004294663340777161", //
			"100, 7, 1, 0.25, 609.0, 0.0011267822409899765" })
	void elseItIsTheNormalApproximationOfSciPy(int n, int m, int width, double shift, double u, double p) {
		assertClose(RankTest.of(first(n, width), second(m, width, shift)), n * m, u, p);
	}

	@Test
	void infinityIsEqualToItself() {
		assertClose(RankTest.of(new double[] { 1, INFINITY, INFINITY }, new double[] { 1, 2, 3, INFINITY }), 12, 7.5,
				0.7110254070787286);
		assertClose(RankTest.of(new double[] { 0.5, 0.25, 0.125, INFINITY, INFINITY },
				new double[] { INFINITY, INFINITY, INFINITY, INFINITY, INFINITY }), 25, 5, 0.07200565755549801);
		assertClose(RankTest.of(new double[] { INFINITY, 2, 3 }, new double[] { 1, 4, 5 }), 9, 5, 1);
	}

	@Test
	void aZeroHasNoSign() {
		assertClose(RankTest.of(new double[] { -0.0, 1, 2 }, new double[] { 0, 3, 4 }), 9, 2.5, 0.5065551690490403);
	}

	@Test
	void equalValuesAreNoDifference() {
		for (double value : new double[] { 0, 0.1, INFINITY }) {
			for (int n = 1; n < 60; n++) {
				double[] first = new double[n];
				double[] second = new double[n + 1];
				Arrays.fill(first, value);
				Arrays.fill(second, value);
				assertThat(RankTest.of(first, second)).isEqualTo(new RankTest(n * (n + 1) / 2.0, 1, 0.5));
			}
		}
	}

	@Test
	void nothingDiffersFromNothing() {
		assertThat(RankTest.of(new double[0], new double[] { 1, 2 })).isEqualTo(new RankTest(0, 1, Double.NaN));
	}

	@Test
	void whatIsNoNumberIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RankTest.of(new double[] { 1, Double.NaN }, new double[] { 1, 2 }));
	}

	@Test
	void whoseValuesAreLowerIsSuperior() {
		double[] low = { 1, 2, 3 };
		double[] high = { 3, 4, 5, 6 };
		assertThat(RankTest.of(low, high).superiority()).isEqualTo(11.5 / 12);
		assertThat(RankTest.of(high, low).superiority()).isEqualTo(0.5 / 12);
	}

	@Test
	void theSamplesStayAsTheyAre() {
		double[] first = { 3, -0.0, 1 };
		double[] second = { 9, 5, 7 };
		RankTest.of(first, second);
		assertThat(first).containsExactly(3, -0.0, 1);
		assertThat(second).containsExactly(9, 5, 7);
	}

	/**
	 * The exact test of 10 against 10 values reaches 4.33 % of the 5 % that it may:
	 * {@code scipy.stats.binom.ppf(0.001, 1000, 0.0433)} is 25,
	 * {@code binom.ppf(0.999, 1000, 0.05)} is 73.
	 */
	@Test
	void falseAlarmsAreAsRareAsTheLevelSays() {
		var random = RandomStream.of(11, Purpose.DATASET);
		int alarms = 0;
		for (int i = 0; i < 1000; i++) {
			if (RankTest.of(gaussians(random), gaussians(random)).p() <= 0.05) {
				alarms++;
			}
		}
		assertThat(alarms).isBetween(25, 73);
	}

	private static double[] gaussians(RandomStream random) {
		double[] values = new double[10];
		Arrays.setAll(values, (_) -> random.nextGaussian());
		return values;
	}

	/** In Python: {@code [37 * i % 1009 // width for i in range(n)]}. */
	private static double[] first(int n, int width) {
		double[] values = new double[n];
		Arrays.setAll(values, (i) -> Math.floorDiv(37 * i % 1009, width));
		return values;
	}

	/** In Python: {@code [(37 * i + 5) % 1009 // width + shift for i in range(m)]}. */
	private static double[] second(int m, int width, double shift) {
		double[] values = new double[m];
		Arrays.setAll(values, (i) -> Math.floorDiv((37 * i + 5) % 1009, width) + shift);
		return values;
	}

	private static void assertClose(RankTest test, int pairs, double u, double p) {
		assertThat(test.u()).isEqualTo(u);
		assertThat(test.p()).isCloseTo(p, within(1e-12 * p));
		assertThat(test.superiority()).isCloseTo(1 - u / pairs, within(1e-15));
	}

}
