package dev.descent.dataset;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ApportionmentTests {

	@Test
	void theLargestRemaindersGetWhatIsLeft() {
		assertThat(Apportionment.of(10, new double[] { 1.5, 1.4, 0.1 })).containsExactly(5, 5, 0);
		assertThat(Apportionment.of(100, new double[] { 3, 1 })).containsExactly(75, 25);
	}

	@Test
	void theFirstOfEqualRemaindersComesFirst() {
		assertThat(Apportionment.of(7, new double[] { 1, 1, 1 })).containsExactly(3, 2, 2);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void partsAddUpAndStayWithinOneOfTheirShare(long seed) {
		var random = new SplittableRandom(seed);
		for (int round = 0; round < 200; round++) {
			int total = random.nextInt(1000);
			double[] shares = random.doubles(random.nextInt(1, 20), 0.01, 5).toArray();
			double sum = Arrays.stream(shares).sum();
			int[] parts = Apportionment.of(total, shares);
			assertThat(Arrays.stream(parts).sum()).isEqualTo(total);
			for (int i = 0; i < parts.length; i++) {
				assertThat(Math.abs(parts[i] - total * shares[i] / sum)).isLessThan(1);
			}
		}
	}

}
