package dev.descent.engine.schedule;

/**
 * Goes from one multiple of the base to another by the same factor at every step, and
 * stays there: the sweep of a learning-rate range test (Smith, 2017).
 *
 * @param startFactor positive
 * @param endFactor positive
 */
public record ExponentialRamp(double startFactor, double endFactor, long totalIterations) implements Schedule {

	public ExponentialRamp {
		Lengths.requirePositive("totalIterations", totalIterations);
	}

	/** The ends are exact. */
	@Override
	public double learningRate(double base, long time, double[] memory) {
		double share = Lengths.share(time, totalIterations);
		return base * ((share == 1) ? endFactor : startFactor * Wave.power(endFactor / startFactor, share));
	}

}
