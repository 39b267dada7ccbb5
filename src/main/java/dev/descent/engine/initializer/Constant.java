package dev.descent.engine.initializer;

import java.util.Arrays;

import dev.descent.engine.random.RandomStream;

/**
 * All weights alike: fine without hidden layers; with them all units of a layer stay
 * alike for ever, which is what it is here to show.
 */
public record Constant(double value) implements Initializer {

	@Override
	public void initialize(double[] w, int from, int fanIn, int fanOut, RandomStream random) {
		Arrays.fill(w, from, from + fanIn * fanOut, value);
	}

}
