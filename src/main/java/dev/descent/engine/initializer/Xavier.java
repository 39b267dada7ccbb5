package dev.descent.engine.initializer;

import dev.descent.engine.random.RandomStream;

/**
 * Variance {@code 2 / (fanIn + fanOut)}: keeps signals and gradients alike in size
 * through sigmoid and tanh layers (Glorot and Bengio, 2010, equation 12).
 *
 * @param gain positive; multiplies the deviation
 */
public record Xavier(Distribution distribution, double gain) implements Initializer {

	@Override
	public void initialize(double[] w, int from, int fanIn, int fanOut, RandomStream random) {
		distribution.fill(w, from, from + fanIn * fanOut, gain * gain * 2.0 / (fanIn + fanOut), random);
	}

}
