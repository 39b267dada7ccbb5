package dev.descent.race.statistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ProportionTests {

	/**
	 * {@code scipy.stats.binomtest(count, of).proportion_ci(method='wilson')}, SciPy
	 * 1.17.1.
	 */
	@ParameterizedTest
	@CsvSource({ "0, 1, 0.0, 0.7934506856227626", //
			"1, 1, 0.20654931437723745, 1.0", //
			"0, 10, 0.0, 0.27753279986288926", //
			"1, 10, 0.017876213095072896, 0.4041500267952385", //
			"5, 10, 0.236593090512564, 0.7634069094874361", //
			"9, 10, 0.5958499732047615, 0.9821237869049271", //
			"10, 10, 0.7224672001371109, 1.0", //
			"3, 7, 0.1582198552514697, 0.7495416354723428", //
			"37, 200, 0.13730192800616045, 0.24457062761151752", //
			"999, 1000, 0.9943574414020421, 0.9998234536293739", //
			"123456, 1000000, 0.12281269653142284, 0.12410219641400437" })
	void theIntervalIsThatOfSciPy(int count, int of, double low, double high) {
		var proportion = Proportion.of(count, of);
		assertThat(proportion.share()).isEqualTo((double) count / of);
		assertThat(proportion.low()).isCloseTo(low, within(1e-12 * low));
		assertThat(proportion.high()).isCloseTo(high, within(1e-12 * high));
	}

	@Test
	void noneAndAllReachTheEnds() {
		for (int of = 1; of <= 1000; of++) {
			assertThat(Proportion.of(0, of).low()).isZero();
			assertThat(Proportion.of(of, of).high()).isOne();
		}
	}

	@Test
	void theIntervalHoldsTheShareAndStaysWithinZeroAndOne() {
		for (int count = 0; count <= 100; count++) {
			var proportion = Proportion.of(count, 100);
			assertThat(proportion.low()).isBetween(0.0, proportion.share());
			assertThat(proportion.high()).isBetween(proportion.share(), 1.0);
		}
	}

	@Test
	void whereNobodyTriedAllIsPossible() {
		assertThat(Proportion.of(0, 0)).isEqualTo(new Proportion(0, 0, Double.NaN, 0, 1));
	}

	@Test
	void aCountBeyondIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Proportion.of(1, 0))
			.withMessage("expected a count from 0 to 0 but got 1");
		assertThatIllegalArgumentException().isThrownBy(() -> Proportion.of(-1, 3));
	}

}
