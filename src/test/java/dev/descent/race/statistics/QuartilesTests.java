package dev.descent.race.statistics;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** Numbers of {@code numpy.percentile(values, [25, 50, 75])}, NumPy 2.4.6. */
class QuartilesTests {

	private static final double INFINITY = Double.POSITIVE_INFINITY;

	@Test
	void theyAreThoseOfNumPy() {
		assertClose(Quartiles.of(3), 3, 3, 3);
		assertClose(Quartiles.of(2, 1), 1.25, 1.5, 1.75);
		assertClose(Quartiles.of(0.1, 0.7, 0.3), 0.2, 0.3, 0.5);
		assertClose(Quartiles.of(5, 1, 4, 2), 1.75, 3, 4.25);
		assertClose(Quartiles.of(7.1, 5.4, 3.9, 2.6, 1.5, 0.6, -0.1, -0.6, -0.9, -1), -0.475, 1.05, 3.575);
		assertClose(Quartiles.of(1e-300, 1e300, -1e300, 7), -2.5e299, 3.5, 2.5e299);
		assertClose(Quartiles.of(-2.5, -0.5, 3.25, 8, 8, 8, -7), -1.5, 3.25, 8);
	}

	@Test
	void aHundredValuesToo() {
		double[] values = new double[100];
		Arrays.setAll(values, (i) -> 37 * i % 1009 / 7.0);
		assertClose(Quartiles.of(values), 32.464285714285715, 65.14285714285714, 99.35714285714286);
	}

	@Test
	void betweenAFiniteValueAndInfinityAllIsInfinite() {
		assertThat(Quartiles.of(1, 2, INFINITY)).isEqualTo(new Quartiles(1.5, 2, INFINITY));
		assertThat(Quartiles.of(INFINITY, 0, INFINITY, 0)).isEqualTo(new Quartiles(0, INFINITY, INFINITY));
		assertThat(Quartiles.of(INFINITY, 1, INFINITY, INFINITY))
			.isEqualTo(new Quartiles(INFINITY, INFINITY, INFINITY));
		assertThat(Quartiles.of(-1, INFINITY)).isEqualTo(new Quartiles(INFINITY, INFINITY, INFINITY));
		assertThat(Quartiles.of(INFINITY)).isEqualTo(new Quartiles(INFINITY, INFINITY, INFINITY));
	}

	@Test
	void nothingHasNoQuartiles() {
		assertThat(Quartiles.of()).isEqualTo(new Quartiles(Double.NaN, Double.NaN, Double.NaN));
	}

	@Test
	void whatIsNoNumberIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Quartiles.of(Double.NaN));
		assertThatIllegalArgumentException().isThrownBy(() -> Quartiles.of(1, Double.NaN, INFINITY, 2));
	}

	@Test
	void theValuesStayAsTheyAre() {
		double[] values = { 9, 8, 7, 6, 5, 4, 3, 2, 1 };
		Quartiles.of(values);
		assertThat(values).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
	}

	private static void assertClose(Quartiles quartiles, double lower, double median, double upper) {
		assertThat(quartiles.lower()).isCloseTo(lower, within(1e-12 * Math.abs(lower)));
		assertThat(quartiles.median()).isCloseTo(median, within(1e-12 * Math.abs(median)));
		assertThat(quartiles.upper()).isCloseTo(upper, within(1e-12 * Math.abs(upper)));
	}

}
