package dev.descent.engine.schedule;

import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/**
 * Rates at moments whose rates can be worked out by hand; reference runs are golden.
 */
class ScheduleTests {

	@Test
	void aPlateauLiesBetweenAWarmUpAndALinearDecay() {
		var schedule = new WarmupStableDecay(2, 4, 10, WarmupStableDecay.Shape.LINEAR, 0);
		assertRates(schedule, 2, 12, 1, 2, 2, 2, 2, 2, 2, 1.5, 1, 0.5, 0, 0);
	}

	@Test
	void theDecayCanBeACosineOrTheRootOfTime() {
		assertRates(new WarmupStableDecay(0, 4, 4, WarmupStableDecay.Shape.COSINE, 0.5), 1, 6, 1,
				0.75 + Math.sqrt(0.5) / 4, 0.75, 0.75 - Math.sqrt(0.5) / 4, 0.5, 0.5);
		assertRates(new WarmupStableDecay(0, 4, 5, WarmupStableDecay.Shape.ONE_MINUS_SQRT, 0.2), 1, 6, 1, 1, 0.6,
				1 - 0.8 * Math.sqrt(0.5), 1 - 0.8 * Math.sqrt(0.75), 0.2);
	}

	@Test
	void aWarmUpRisesToWhereTheScheduleBegins() {
		assertRates(new Warmup(4, 0.2, new ExponentialDecay(0.5)), 1, 7, 0.4, 0.6, 0.8, 1, 1, 0.5, 0.25);
		assertRates(new Warmup(2, 0, new LinearRamp(0.5, 1, 2)), 2, 5, 0.5, 1, 1, 1.5, 2);
	}

	@Test
	void aWarmUpMovesTheMomentumOnlyAfterwards() {
		var schedule = new Warmup(3, 0, new Cyclic(0, 1, 2, 2, Cyclic.Mode.TRIANGULAR, 1, new Momentum(0.5, 0.9)));
		assertThat(LongStream.range(0, 7).mapToDouble(schedule::momentum))
			.usingElementComparator(ScheduleTests::compare)
			.containsExactly(0.9, 0.9, 0.9, 0.9, 0.7, 0.5, 0.7);
		assertThat(new Warmup(3, 0, new Constant()).momentum(1)).isNaN();
	}

	@Test
	void aRateFallsWhenTheLossStopsFalling() {
		var plateau = new ReduceOnPlateau(0.5, 1, 0.1, false, 0, 0, 0);
		assertThat(after(plateau, 1, 0.8, 0.75, 0.75)).containsExactly(1, 1, 1, 0.5);
		assertThat(after(plateau, 1, 0.8, 0.75, 0.65)).containsExactly(1, 1, 1, 1);
		var relative = new ReduceOnPlateau(0.5, 0, 0.1, true, 0, 0, 0);
		assertThat(after(relative, 10, 8.9, 8.1, 7)).containsExactly(1, 1, 0.5, 0.5);
	}

	@Test
	void duringTheCooldownNothingCounts() {
		var plateau = new ReduceOnPlateau(0.5, 1, 0, false, 2, 0, 0);
		assertThat(after(plateau, 1, 1, 1, 1, 1, 1, 1)).containsExactly(1, 1, 0.5, 0.5, 0.5, 0.5, 0.25);
	}

	@Test
	void aRateThatFollowsTheLossHasABottom() {
		assertThat(after(new ReduceOnPlateau(0.5, 0, 0, false, 0, 0.3, 0), 1, 1, 1, 1)).containsExactly(1, 0.5, 0.3,
				0.3);
		assertThat(after(new ReduceOnPlateau(0.5, 0, 0, false, 0, 0, 0.25), 1, 1, 1, 1)).containsExactly(1, 0.5, 0.5,
				0.5);
	}

	@Test
	void whatIsReachedDuringAWarmUpIsNotLookedAt() {
		var warmup = new Warmup(3, 1, new ReduceOnPlateau(0.5, 0, 0, false, 0, 0, 0));
		assertThat(after(warmup, 0, 0, 0, 5, 4, 4)).containsExactly(1, 1, 1, 1, 1, 0.5);
	}

	@Test
	void oneCycleHasTwoPhases() {
		var schedule = new OneCycle(1, 10, 10, 10, 0.3, true, false, new Momentum(0.85, 0.95));
		assertRates(schedule, 7, 12, 0.1, 0.55, 1, 1 - 0.99 / 7, 1 - 2 * 0.99 / 7, 1 - 3 * 0.99 / 7, 1 - 4 * 0.99 / 7,
				1 - 5 * 0.99 / 7, 1 - 6 * 0.99 / 7, 0.01, 0.01, 0.01);
		assertThat(LongStream.of(0, 1, 2, 9, 50).mapToDouble(schedule::momentum))
			.usingElementComparator(ScheduleTests::compare)
			.containsExactly(0.95, 0.9, 0.85, 0.95, 0.95);
	}

	@Test
	void oneCycleInThreePhasesComesBackToItsStartFirst() {
		var schedule = new OneCycle(1, 10, 10, 10, 0.4, true, true, new Momentum(0.8, 0.95));
		assertRates(schedule, 7, 10, 0.1, 0.4, 0.7, 1, 0.7, 0.4, 0.1, 0.07, 0.04, 0.01);
		assertThat(LongStream.range(0, 9).mapToDouble(schedule::momentum))
			.usingElementComparator(ScheduleTests::compare)
			.containsExactly(0.95, 0.9, 0.85, 0.8, 0.85, 0.9, 0.95, 0.95, 0.95);
	}

	@Test
	void oneCycleMayAnnealAlongAWave() {
		var schedule = new OneCycle(1, 10, 10, 10, 0.5, false, true, Momentum.UNMOVED);
		assertRates(schedule, 7, 5, 0.1, 1 - 0.9 * (1 + Math.sqrt(0.5)) / 2, 0.55, 1 - 0.9 * (1 - Math.sqrt(0.5)) / 2,
				1);
		assertThat(schedule.momentum(2)).isNaN();
	}

	@Test
	void aCycleThatIsTooShortToRiseBeginsAtTheTop() {
		assertRates(new OneCycle(1, 10, 10, 1, 0.3, true, false, Momentum.UNMOVED), 7, 2, 1, 0.01);
		assertRates(new OneCycle(1, 10, 10, 3, 0.3, false, true, Momentum.UNMOVED), 7, 4, 1, 0.055, 0.01, 0.01);
	}

	@Test
	void everyCycleOfTriangular2IsHalfAsHigh() {
		assertRates(new Cyclic(1, 9, 2, 1, Cyclic.Mode.TRIANGULAR2, 1, Momentum.UNMOVED), 7, 9, 1, 5, 9, 1, 3, 5, 1, 2,
				3);
	}

	@Test
	void restartsMayComeAtEqualDistances() {
		assertRates(new CosineRestarts(2, 1, 0), 1, 6, 1, 0.5, 1, 0.5, 1, 0.5);
		assertRates(new CosineRestarts(1, 2, 0), 1, 5, 1, 1, 0.5, 1, 0.5 + Math.sqrt(0.5) / 2);
	}

	@Test
	void aRampGrowsByTheSameFactorAndEndsExactly() {
		assertRates(new ExponentialRamp(0.01, 100, 4), 2, 6, 0.02, 0.2, 2, 20, 200, 200);
		assertRates(new ExponentialRamp(1, 0.25, 2), 1, 4, 1, 0.5, 0.25, 0.25);
		var ramp = new ExponentialRamp(1e-5, 10, 99);
		for (int time = 0; time < 99; time++) {
			assertThat(ramp.learningRate(1, time, new double[0]) / (1e-5 * StrictMath.pow(1e6, time / 99.0)))
				.isCloseTo(1, within(1e-14));
		}
		assertThat(ramp.learningRate(1, 0, new double[0])).isEqualTo(1e-5);
		assertThat(ramp.learningRate(1, 99, new double[0])).isEqualTo(10);
	}

	@Test
	void aCosineRisesAgainAfterItsLength() {
		assertRates(new Cosine(2, 0.2), 1, 5, 1, 0.6, 0.2, 0.6, 1);
	}

	static Stream<Schedule> schedules() {
		var momentum = new Momentum(0.8, 0.9);
		return Stream.of(new Constant(), new StepDecay(3, 0.5), new MultiStep(new long[] { 2, 5 }, 0.5),
				new ExponentialDecay(0.999), new InverseTime(0.01), new PolynomialDecay(100, 1.5),
				new LinearRamp(1, 0, 100), new ExponentialRamp(0.01, 10, 100), new Cosine(100, 0),
				new CosineRestarts(7, 2, 0), new Cyclic(0.1, 1, 5, 6, Cyclic.Mode.EXP_RANGE, 0.999, momentum),
				new OneCycle(1, 25, 1e4, 100, 0.3, false, true, momentum),
				new WarmupStableDecay(5, 10, 100, WarmupStableDecay.Shape.ONE_MINUS_SQRT, 0),
				new ReduceOnPlateau(0.9, 3, 0.01, true, 1, 0, 0), new Warmup(5, 0, new Cosine(100, 0)));
	}

	@ParameterizedTest
	@MethodSource("schedules")
	void noRateTakesMemory(Schedule schedule) {
		double[] memory = new double[schedule.memory()];
		double sum = run(schedule, memory);
		var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		sum += run(schedule, memory);
		assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
		assertThat(sum).isFinite();
	}

	private static double run(Schedule schedule, double[] memory) {
		double sum = 0;
		for (long time = 0; time < 20_000; time++) {
			double momentum = schedule.momentum(time);
			sum += schedule.learningRate(0.5, time, memory) + (Double.isNaN(momentum) ? 0 : momentum);
			schedule.evaluated(0.5, time + 1, 1, memory);
		}
		return sum;
	}

	@Test
	void wavesAndPowersAreThoseOfTheMathematics() {
		for (double share = 0; share <= 5; share += 0.001) {
			assertThat(Wave.fall(share)).isCloseTo((1 + StrictMath.cos(Math.PI * share)) / 2, within(1e-15));
		}
		for (double base = 0; base <= 1; base += 0.01) {
			for (double exponent : new double[] { 0.3, 1, 2, 17.5, 1000 }) {
				assertThat(Wave.power(base, exponent)).isCloseTo(StrictMath.pow(base, exponent), within(1e-14));
			}
		}
		assertThat(Wave.fall(0)).isEqualTo(1);
		assertThat(Wave.fall(1)).isZero();
	}

	@Test
	void lengthsArePositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Cosine(0, 0))
			.withMessage("tMax must be positive but was 0");
		assertThatIllegalArgumentException().isThrownBy(() -> new Warmup(0, 0, new Constant()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new WarmupStableDecay(0, 0, 1, WarmupStableDecay.Shape.LINEAR, 0));
	}

	private static void assertRates(Schedule schedule, double base, int count, double... expected) {
		assertThat(LongStream.range(0, count)
			.mapToDouble((time) -> schedule.learningRate(base, time, new double[schedule.memory()]))
			.toArray()).containsExactly(expected, within(1e-12));
	}

	/** The rate after each loss, from a base of 1. */
	private static double[] after(Schedule schedule, double... losses) {
		double[] memory = new double[schedule.memory()];
		double[] rates = new double[losses.length];
		for (int epoch = 1; epoch <= losses.length; epoch++) {
			schedule.evaluated(1, epoch, losses[epoch - 1], memory);
			rates[epoch - 1] = schedule.learningRate(1, epoch, memory);
		}
		return rates;
	}

	private static int compare(double one, double other) {
		return (Math.abs(one - other) < 1e-12) ? 0 : Double.compare(one, other);
	}

}
