package dev.descent.engine.kernel;

import java.util.function.DoubleUnaryOperator;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ElementaryTests {

	private final RandomStream random = RandomStream.of(1, Purpose.DATASET);

	@Test
	void expAgreesWithTheJdk() {
		assertUlps(Elementary::exp, StrictMath::exp, -745, 709.7, 2);
		assertUlps(Elementary::exp, StrictMath::exp, -1, 1, 2);
	}

	@Test
	void tanhAgreesWithTheJdk() {
		assertUlps(Elementary::tanh, StrictMath::tanh, -25, 25, 4);
		assertUlps(Elementary::tanh, StrictMath::tanh, -1e-3, 1e-3, 4);
	}

	@Test
	void sigmoidAgreesWithTheJdk() {
		assertUlps(Elementary::sigmoid, (x) -> 1 / (1 + StrictMath.exp(-x)), -700, 700, 4);
		assertUlps(Elementary::sigmoid, (x) -> 1 / (1 + StrictMath.exp(-x)), -3, 3, 4);
	}

	@Test
	void logAgreesWithTheJdk() {
		assertUlps(Elementary::log, StrictMath::log, 1e-3, 0.9, 4);
		assertUlps(Elementary::log, StrictMath::log, 1.1, 1e6, 4);
		assertThat(Elementary.log(1)).isZero();
	}

	@Test
	void softplusAgreesWithTheJdk() {
		assertUlps(Elementary::softplus, (x) -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))), -700,
				700, 4);
		assertUlps(Elementary::softplus, (x) -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))), -3, 3,
				4);
	}

	@Test
	void extremesNeitherOverflowNorLoseTheirLimit() {
		assertThat(Elementary.exp(710)).isInfinite();
		assertThat(Elementary.exp(-746)).isZero();
		assertThat(Elementary.exp(-745)).isEqualTo(StrictMath.exp(-745));
		assertThat(Elementary.exp(709.78)).isFinite();
		assertThat(Elementary.tanh(1e300)).isEqualTo(1);
		assertThat(Elementary.tanh(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
		assertThat(Elementary.tanh(1e-300)).isEqualTo(1e-300);
		assertThat(Elementary.sigmoid(-1000)).isZero();
		assertThat(Elementary.sigmoid(1000)).isEqualTo(1);
		assertThat(Elementary.softplus(1000)).isEqualTo(1000);
		assertThat(Elementary.softplus(-1000)).isZero();
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.0, -0.0 })
	void zeroIsExact(double zero) {
		assertThat(Elementary.exp(zero)).isEqualTo(1);
		assertThat(Elementary.sigmoid(zero)).isEqualTo(0.5);
		assertThat(Double.doubleToRawLongBits(Elementary.tanh(zero))).isEqualTo(Double.doubleToRawLongBits(zero));
	}

	@Test
	void wholePowersAgreeWithTheJdk() {
		assertThat(Elementary.power(0, 0)).isEqualTo(1);
		assertThat(Elementary.power(0, 3)).isZero();
		for (double base : new double[] { 0.9, 0.999, 0.99999 }) {
			for (int exponent : new int[] { 0, 1, 2, 3, 10, 1000, 123_456 }) {
				double expected = StrictMath.pow(base, exponent);
				assertThat(Math.abs(Elementary.power(base, exponent) - expected)).as("%s^%s", base, exponent)
					.isLessThanOrEqualTo((exponent + 1) * 0x1.0p-53 * expected);
			}
		}
	}

	@Test
	void nanStaysNan() {
		assertThat(Elementary.exp(Double.NaN)).isNaN();
		assertThat(Elementary.tanh(Double.NaN)).isNaN();
		assertThat(Elementary.sigmoid(Double.NaN)).isNaN();
		assertThat(Elementary.softplus(Double.NaN)).isNaN();
	}

	private void assertUlps(DoubleUnaryOperator ours, DoubleUnaryOperator reference, double low, double high,
			int ulps) {
		for (int i = 0; i < 20_000; i++) {
			double x = random.nextDouble(low, high);
			double expected = reference.applyAsDouble(x);
			assertThat(Math.abs(ours.applyAsDouble(x) - expected) / Math.ulp(expected)).as("at %s", x)
				.isLessThanOrEqualTo(ulps);
		}
	}

}
