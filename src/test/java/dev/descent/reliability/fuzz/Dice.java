package dev.descent.reliability.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** All that is left to chance, from one seed. */
final class Dice {

	private final SplittableRandom random;

	Dice(long seed) {
		this.random = new SplittableRandom(seed);
	}

	boolean chance(double probability) {
		return random.nextDouble() < probability;
	}

	/** From 0 to below the bound. */
	int below(int bound) {
		return random.nextInt(bound);
	}

	double between(double low, double high) {
		return low + (high - low) * random.nextDouble();
	}

	long any() {
		return random.nextLong();
	}

	<T> T of(List<T> choices) {
		return choices.get(random.nextInt(choices.size()));
	}

	@SafeVarargs
	final <T> T of(T... choices) {
		return choices[random.nextInt(choices.length)];
	}

}
