package dev.descent.engine.analysis;

import dev.descent.engine.network.Architecture;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;

/** Directions in which to look from some parameters. */
public final class Directions {

	private Directions() {
	}

	/**
	 * A random direction, filter by filter as long as the parameters themselves (Li, Xu,
	 * Taylor, Studer and Goldstein, 2018, "Visualizing the loss landscape of neural
	 * nets"). A filter is the weights into one unit; biases stand still, as in the
	 * figures of the paper.
	 * @param parameters in the flat order of {@link Architecture}
	 * @param index directions with different numbers are independent
	 */
	public static double[] filterNormalized(Architecture architecture, double[] parameters, long seed, int index) {
		var random = RandomStream.of(seed, Purpose.DIRECTION, index);
		double[] direction = new double[parameters.length];
		for (int l = 0; l < architecture.depth(); l++) {
			int fanIn = architecture.fanIn(l);
			for (int unit = 0; unit < architecture.units(l); unit++) {
				int from = architecture.weightsFrom(l) + unit * fanIn;
				for (int i = from; i < from + fanIn; i++) {
					direction[i] = random.nextGaussian();
				}
				double scale = norm(parameters, from, fanIn) / norm(direction, from, fanIn);
				for (int i = from; i < from + fanIn; i++) {
					direction[i] *= scale;
				}
			}
		}
		return direction;
	}

	/** The direction of one parameter alone. */
	public static double[] unit(int count, int index) {
		double[] direction = new double[count];
		direction[index] = 1;
		return direction;
	}

	private static double norm(double[] values, int from, int count) {
		double squares = 0;
		for (int i = from; i < from + count; i++) {
			squares += values[i] * values[i];
		}
		return Math.sqrt(squares);
	}

}
