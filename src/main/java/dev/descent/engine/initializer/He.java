package dev.descent.engine.initializer;

import dev.descent.engine.random.RandomStream;

/**
 * Variance {@code 2 / fanIn}: makes up for the half of the signal that ReLU cuts off (He,
 * Zhang, Ren and Sun, 2015, section 2.2).
 *
 * @param gain positive; multiplies the deviation
 */
public record He(Distribution distribution, double gain) implements Initializer {

	@Override
	public void initialize(double[] w, int from, int fanIn, int fanOut, RandomStream random) {
		distribution.fill(w, from, from + fanIn * fanOut, gain * gain * 2.0 / fanIn, random);
	}

}
