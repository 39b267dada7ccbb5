package dev.descent.engine.initializer;

import dev.descent.engine.random.RandomStream;

/** How the weights of a layer start. Biases start at zero. */
public interface Initializer {

	/**
	 * Fills the weights {@code w[from] .. w[from + fanIn * fanOut - 1]}.
	 * @param fanIn inputs of the layer
	 * @param fanOut units of the layer
	 */
	void initialize(double[] w, int from, int fanIn, int fanOut, RandomStream random);

}
