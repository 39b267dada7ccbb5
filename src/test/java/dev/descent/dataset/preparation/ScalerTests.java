package dev.descent.dataset.preparation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ScalerTests {

	private static final int[] TRAINING = { 0, 2, 3 };

	/** Row 1 does not train. */
	private final double[] features = { 0, 5, 0.1, 100, 100, 0.2, 2, 9, 0.1, 4, 7, 0.1 };

	@Test
	void standardScalingGivesTheTrainingRowsMeanZeroAndDeviationOne() {
		var scaler = Scaler.fit(Scaling.STANDARD, features, 3, TRAINING);
		double deviation = Math.sqrt(8 / 3.0);
		assertThat(scaler.offsets()).containsExactly(2, 7, 0.1);
		assertThat(scaler.scales()).containsExactly(deviation, deviation, 1);
		scaler.transformInPlace(features);
		assertThat(features).containsExactly(new double[] { -2 / deviation, -2 / deviation, 0, 98 / deviation,
				93 / deviation, 0.1, 0, 2 / deviation, 0, 2 / deviation, 0, 0 }, within(1e-15));
	}

	@Test
	void minMaxScalingBringsTheTrainingRowsToMinusOneAndOne() {
		var scaler = Scaler.fit(Scaling.MIN_MAX, features, 3, TRAINING);
		scaler.transformInPlace(features);
		assertThat(features).containsExactly(new double[] { -1, -1, 0, 49, 46.5, 0.1, 0, 1, 0, 1, 0, 0 },
				within(1e-15));
	}

	@Test
	void noScalingChangesNothing() {
		double[] before = features.clone();
		Scaler.fit(Scaling.NONE, features, 3, TRAINING).transformInPlace(features);
		assertThat(features).containsExactly(before);
	}

	@Test
	void numbersTooSmallForTheirSquaresDoNotBecomeInfinite() {
		double[] tiny = { 1e-200, 2e-200 };
		Scaler.fit(Scaling.STANDARD, tiny, 1, new int[] { 0, 1 }).transformInPlace(tiny);
		assertThat(tiny).containsExactly(-5e-201, 5e-201);
	}

	@Test
	void whatItShowsCannotBeUsedToChangeIt() {
		var scaler = Scaler.fit(Scaling.STANDARD, features, 3, TRAINING);
		scaler.offsets()[0] = 50;
		assertThat(scaler.offsets()).startsWith(2);
	}

}
