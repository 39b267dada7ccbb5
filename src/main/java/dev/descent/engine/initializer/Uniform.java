package dev.descent.engine.initializer;

import dev.descent.engine.random.RandomStream;

/**
 * Evenly from one number to another, whatever the size of the layer.
 *
 * @param low below high
 */
public record Uniform(double low, double high) implements Initializer {

	@Override
	public void initialize(double[] w, int from, int fanIn, int fanOut, RandomStream random) {
		for (int i = from; i < from + fanIn * fanOut; i++) {
			w[i] = random.nextDouble(low, high);
		}
	}

}
