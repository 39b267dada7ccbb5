package dev.descent.training;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LearningRateCurveTests {

	@Test
	void theSteepestFallBeginsWhereTheLossIsStillHigh() {
		var curve = curve(1, 5, 4.9, 4, 2, 1.5, 1.4, 9);
		assertThat(curve.steepestRate()).isEqualTo(3);
		assertThat(curve.lowestLossRate()).isEqualTo(6);
		assertThat(curve.stillFalls()).isFalse();
	}

	@Test
	void whatFallsAfterTheMinimumDoesNotCount() {
		assertThat(curve(1, 5, 4, 3.5, 1, 20, 2).steepestRate()).isEqualTo(3);
	}

	@Test
	void theStartDoesNotCountWhereLittleIsAveraged() {
		assertThat(curve(1, 50, 5, 4.9, 4, 1.5, 1.4, 9).steepestRate()).isEqualTo(1);
		assertThat(curve(3, 50, 5, 4.9, 4, 1.5, 1.4, 9).steepestRate()).isEqualTo(4);
		assertThat(curve(3, 0, 0, 4.9, 4, 1.5, 1.4, 9).lowestLossRate()).isEqualTo(6);
	}

	@Test
	void aSingleBatchMakesNoSlope() {
		double[] losses = { 9, 9, 9, 9, 9, 7.5, 9, 8, 7, 6, 5, 4, 3, 3 };
		assertThat(curve(1, losses).steepestRate()).isEqualTo(5);
		assertThat(curve(4, losses).steepestRate()).isEqualTo(7);
	}

	@Test
	void aMinimumThatComesSoonIsReachedInAShorterStretch() {
		assertThat(curve(8, 9, 9, 9, 9, 9, 9, 9, 9, 8, 7).steepestRate()).isEqualTo(8);
	}

	@Test
	void aLossThatNeverFallsHasNoSteepestFall() {
		assertThat(curve(1, 1, 1, 2, 3).steepestRate()).isNull();
		assertThat(curve(1, 1, 1, 2, 3).lowestLossRate()).isEqualTo(1);
		assertThat(curve(1, 1, 1, 2, 3).stillFalls()).isFalse();
	}

	@Test
	void aLossThatFallsToTheEndIsSmallestThere() {
		assertThat(curve(1, 3, 2, 1).stillFalls()).isTrue();
		assertThat(curve(1, 3, 2, 1).lowestLossRate()).isEqualTo(3);
	}

	@Test
	void tooFewPointsSayNothing() {
		for (int points = 0; points <= 3; points++) {
			var curve = curve(4, IntStream.range(0, points).mapToDouble((i) -> -i).toArray());
			assertThat(curve.lowestLossRate()).isNull();
			assertThat(curve.steepestRate()).isNull();
			assertThat(curve.stillFalls()).isFalse();
		}
	}

	/** At the rates 1, 2, 3 and so on. */
	private static LearningRateCurve curve(int reach, double... smoothed) {
		double[] rates = IntStream.rangeClosed(1, smoothed.length).asDoubleStream().toArray();
		return new LearningRateCurve(rates, smoothed, smoothed, reach);
	}

}
