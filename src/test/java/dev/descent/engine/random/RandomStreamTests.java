package dev.descent.engine.random;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RandomStreamTests {

	@Test
	void aStreamDependsOnItsKeyOnly() {
		assertThat(first(RandomStream.of(1, Purpose.SHUFFLE, 7)))
			.isEqualTo(first(RandomStream.of(1, Purpose.SHUFFLE, 7)))
			.isNotEqualTo(first(RandomStream.of(2, Purpose.SHUFFLE, 7)))
			.isNotEqualTo(first(RandomStream.of(1, Purpose.SPLIT, 7)))
			.isNotEqualTo(first(RandomStream.of(1, Purpose.SHUFFLE, 8)));
	}

	@Test
	void theNumbersNeverChangeBetweenReleases() {
		var random = RandomStream.of(42, Purpose.DATASET);
		assertThat(random.nextLong()).isEqualTo(8128766091977399895L);
		assertThat(random.nextGaussian()).isEqualTo(-0.0659202187140101);
	}

	@Test
	void gaussiansHaveMeanZeroAndVarianceOne() {
		var random = RandomStream.of(3, Purpose.DATASET);
		double[] draws = IntStream.range(0, 100_000).mapToDouble((i) -> random.nextGaussian()).toArray();
		double mean = Arrays.stream(draws).average().orElseThrow();
		double variance = Arrays.stream(draws).map((x) -> x * x).average().orElseThrow();
		assertThat(mean).isCloseTo(0, within(0.02));
		assertThat(variance).isCloseTo(1, within(0.02));
	}

	@Test
	void integersStayBelowTheirBoundAndReachEveryValue() {
		var random = RandomStream.of(3, Purpose.DATASET);
		int[] counts = new int[7];
		for (int i = 0; i < 70_000; i++) {
			counts[random.nextInt(7)]++;
		}
		assertThat(Arrays.stream(counts).boxed()).allMatch((count) -> Math.abs(count - 10_000) < 500);
	}

	@Test
	void aPermutationHoldsEveryIndexOnceWhateverTheArrayHeld() {
		int[] order = { 9, 9, 9, 9, 9, 9 };
		RandomStream.of(3, Purpose.SHUFFLE).permute(order);
		assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
	}

	private static long first(RandomStream stream) {
		return stream.nextLong();
	}

}
