package dev.descent.engine.initializer;

import dev.descent.engine.random.RandomStream;

/**
 * Variance {@code 1 / fanIn}: gives pre-activations the variance of the inputs (LeCun,
 * Bottou, Orr and Mueller, 1998, section 4.6).
 *
 * @param gain positive; multiplies the deviation
 */
public record LeCun(Distribution distribution, double gain) implements Initializer {

	@Override
	public void initialize(double[] w, int from, int fanIn, int fanOut, RandomStream random) {
		distribution.fill(w, from, from + fanIn * fanOut, gain * gain * 1.0 / fanIn, random);
	}

}
