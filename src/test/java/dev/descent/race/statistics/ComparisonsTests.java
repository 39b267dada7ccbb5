package dev.descent.race.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ComparisonsTests {

	private static final List<double[]> SAMPLES = List.of(new double[] { 6, 7, 8, 9, 10 },
			new double[] { 3.5, 4.5, 5.5, 6.5, 7.5 }, new double[] { 1, 2, 3, 4, 5 });

	/**
	 * The p-values are {@code scipy.stats.mannwhitneyu(a, b, method='exact').pvalue},
	 * SciPy 1.17.1: 0.05556, 0.00794 and 0.05556; adjusted by hand.
	 */
	@Test
	void allPairsAreTestedTogether() {
		var comparisons = Comparisons.of(SAMPLES, 0.05);
		assertThat(comparisons.pairs().stream().map((pair) -> List.of(pair.first(), pair.second())))
			.containsExactly(List.of(0, 1), List.of(0, 2), List.of(1, 2));
		assertClose(comparisons.between(0, 1), 22, 0.05555555555555555, 2 * 0.05555555555555555);
		assertClose(comparisons.between(2, 0), 25, 0.007936507936507936, 3 * 0.007936507936507936);
		assertClose(comparisons.between(1, 2), 22, 0.05555555555555555, 2 * 0.05555555555555555);
	}

	@Test
	void onlyWhatIsSignificantCounts() {
		var strict = Comparisons.of(SAMPLES, 0.05);
		assertThat(strict.areDifferent(0, 1)).isFalse();
		assertThat(strict.areDifferent(0, 2)).isTrue();
		assertThat(strict.areDifferent(2, 0)).isTrue();
		assertThat(strict.isBetter(2, 0)).isTrue();
		assertThat(strict.isBetter(0, 2)).isFalse();
		assertThat(strict.isBetter(1, 0)).isFalse();
		assertThat(ranks(strict, 3)).containsExactly(2, 1, 1);
		assertThat(ranks(Comparisons.of(SAMPLES, 0.12), 3)).containsExactly(3, 2, 1);
		assertThat(ranks(Comparisons.of(SAMPLES, 0.02), 3)).containsExactly(1, 1, 1);
	}

	@Test
	void ofManyTheOrderIsFound() {
		List<double[]> samples = Stream.of(4, 2, 0, 3, 1)
			.map((level) -> Arrays.stream(new double[10]).map((_) -> level).toArray())
			.toList();
		assertThat(ranks(Comparisons.of(samples, 0.05), 5)).containsExactly(5, 3, 1, 4, 2);
	}

	@Test
	void whoDivergedIsWorse() {
		double[] fine = { 0.1, 0.2, 0.3, 0.4, 0.5, 0.6 };
		double[] diverged = new double[6];
		Arrays.fill(diverged, Double.POSITIVE_INFINITY);
		var comparisons = Comparisons.of(List.of(diverged, fine, diverged), 0.05);
		assertThat(ranks(comparisons, 3)).containsExactly(2, 1, 2);
		assertThat(comparisons.areDifferent(0, 2)).isFalse();
		assertThat(comparisons.areDifferent(0, 0)).isFalse();
	}

	@Test
	void oneValueOrNoneSaysNothing() {
		double[] many = new double[50];
		Arrays.setAll(many, (i) -> i);
		var comparisons = Comparisons.of(List.of(many, new double[] { -1 }, new double[0]), 0.05);
		assertThat(comparisons.pairs()).allSatisfy((pair) -> {
			assertThat(pair.test().p()).isOne();
			assertThat(pair.adjusted()).isOne();
		});
		assertThat(comparisons.between(0, 1).test().superiority()).isZero();
		assertThat(ranks(comparisons, 3)).containsExactly(1, 1, 1);
	}

	@Test
	void oneSampleAloneIsFirst() {
		assertThat(Comparisons.of(List.of(new double[] { 1, 2 }), 0.05).rank(0)).isOne();
		assertThat(Comparisons.of(List.of(), 0.05).pairs()).isEmpty();
	}

	/** {@code scipy.stats.binom.ppf(0.999, 300, 0.05)} is 28, SciPy 1.17.1. */
	@Test
	void inAFamilyOfEqualsFalseAlarmsAreAsRareAsTheLevelSays() {
		var random = RandomStream.of(7, Purpose.DATASET);
		int alarms = 0;
		for (int race = 0; race < 300; race++) {
			List<double[]> samples = Stream.generate(() -> {
				double[] values = new double[10];
				Arrays.setAll(values, (_) -> random.nextGaussian());
				return values;
			}).limit(5).toList();
			var comparisons = Comparisons.of(samples, 0.05);
			if (comparisons.pairs().stream().anyMatch((pair) -> pair.adjusted() <= 0.05)) {
				alarms++;
			}
		}
		assertThat(alarms).isBetween(1, 28);
	}

	/** {@code 2 / scipy.special.comb(n + m, n, exact=True)}, SciPy 1.17.1. */
	@ParameterizedTest
	@CsvSource({ "1, 1, 1", "0, 5, 1", "2, 2, 0.3333333333333333", "3, 3, 0.1", "5, 5, 0.007936507936507936",
			"10, 10, 1.082508822446903e-05", "3, 50, 8.537522410996328e-05", "50, 50, 1.9823306042836678e-29" })
	void noTestOfFewValuesCanBeSurer(int n, int m, double p) {
		assertThat(Comparisons.smallestP(n, m)).isCloseTo(p, within(1e-12 * p));
		assertThat(Comparisons.smallestP(m, n)).isCloseTo(p, within(1e-12 * p));
		double[] low = new double[n];
		double[] high = new double[m];
		Arrays.setAll(low, (i) -> i);
		Arrays.setAll(high, (i) -> n + i);
		assertThat(RankTest.of(low, high).p()).isCloseTo(p, within(1e-12 * p));
	}

	private static int[] ranks(Comparisons comparisons, int samples) {
		int[] ranks = new int[samples];
		Arrays.setAll(ranks, comparisons::rank);
		return ranks;
	}

	private static void assertClose(Comparison pair, double u, double p, double adjusted) {
		assertThat(pair.test().u()).isEqualTo(u);
		assertThat(pair.test().p()).isCloseTo(p, within(1e-12));
		assertThat(pair.adjusted()).isCloseTo(adjusted, within(1e-12));
	}

}
