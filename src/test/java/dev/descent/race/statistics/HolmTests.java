package dev.descent.race.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class HolmTests {

	/**
	 * By hand: 4 * 0.005 = 0.02, 3 * 0.01 = 0.03, 2 * 0.03 = 0.06, and 1 * 0.04 = 0.04 is
	 * raised to the 0.06 before it.
	 */
	@Test
	void eachIsMultipliedByHowManyAreLeft() {
		assertThat(Holm.adjusted(0.01, 0.04, 0.03, 0.005)).containsExactly(new double[] { 0.03, 0.06, 0.06, 0.02 },
				within(1e-15));
	}

	@Test
	void noneIsAboveOne() {
		assertThat(Holm.adjusted(0.6, 0.5, 1, 0)).containsExactly(1, 1, 1, 0);
	}

	@Test
	void oneTestAloneStaysAsItIs() {
		assertThat(Holm.adjusted(0.03)).containsExactly(0.03);
		assertThat(Holm.adjusted()).isEmpty();
	}

	@Test
	void equalOnesStayEqual() {
		assertThat(Holm.adjusted(0.01, 0.02, 0.01)).containsExactly(new double[] { 0.03, 0.03, 0.03 }, within(1e-15));
	}

	@Test
	void theOrderStaysAndNoneFalls() {
		var random = RandomStream.of(5, Purpose.DATASET);
		for (int round = 0; round < 200; round++) {
			double[] p = new double[1 + random.nextInt(40)];
			Arrays.setAll(p, (_) -> Math.round(Math.pow(random.nextDouble(), 4) * 500) / 500.0);
			double[] adjusted = Holm.adjusted(p);
			int[] ascending = IntStream.range(0, p.length)
				.boxed()
				.sorted(Comparator.comparingDouble((i) -> p[i]))
				.mapToInt((i) -> i)
				.toArray();
			assertThat(Arrays.stream(ascending).mapToDouble((i) -> adjusted[i]).toArray()).isSorted();
			for (int i = 0; i < p.length; i++) {
				assertThat(adjusted[i]).isBetween(p[i], Math.min(1, p.length * p[i]));
			}
		}
	}

	@Test
	void whatIsNoProbabilityIsRefused() {
		for (double bad : new double[] { Double.NaN, -0.1, 1.1 }) {
			assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjusted(0.5, bad))
				.withMessage("expected p-values from 0 to 1 but got " + bad);
		}
	}

}
