package dev.descent.engine.initializer;

import dev.descent.engine.random.RandomStream;

/** The shape of a distribution with mean 0 and a given variance. */
public enum Distribution {

	/** Evenly in [-a, a) with {@code a = sqrt(3 variance)}. */
	UNIFORM {
		@Override
		void fill(double[] w, int from, int to, double variance, RandomStream random) {
			double limit = Math.sqrt(3 * variance);
			for (int i = from; i < to; i++) {
				w[i] = random.nextDouble(-limit, limit);
			}
		}
	},

	/** Normal, not truncated. */
	NORMAL {
		@Override
		void fill(double[] w, int from, int to, double variance, RandomStream random) {
			double deviation = Math.sqrt(variance);
			for (int i = from; i < to; i++) {
				w[i] = deviation * random.nextGaussian();
			}
		}
	};

	abstract void fill(double[] w, int from, int to, double variance, RandomStream random);

}
