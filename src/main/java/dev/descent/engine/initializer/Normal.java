package dev.descent.engine.initializer;

import dev.descent.engine.random.RandomStream;

/**
 * Normal, whatever the size of the layer.
 *
 * @param standardDeviation not negative
 * @param cut draws further away than so many deviations are drawn again, without a
 * correction of the variance; infinite for the whole distribution
 */
public record Normal(double mean, double standardDeviation, double cut) implements Initializer {

	@Override
	public void initialize(double[] w, int from, int fanIn, int fanOut, RandomStream random) {
		for (int i = from; i < from + fanIn * fanOut; i++) {
			double draw = random.nextGaussian();
			while (Math.abs(draw) > cut) {
				draw = random.nextGaussian();
			}
			w[i] = mean + standardDeviation * draw;
		}
	}

}
