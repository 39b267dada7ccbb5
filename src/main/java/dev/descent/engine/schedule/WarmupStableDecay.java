package dev.descent.engine.schedule;

/**
 * A linear rise, a plateau at the base, and a decay at the very end (Zhai, Kolesnikov,
 * Houlsby and Beyer, 2022, "Scaling vision transformers", section 3.5; Hu et al., 2024,
 * "MiniCPM", section 4).
 *
 * @param endFactor the share of the base that is left at the end
 */
public record WarmupStableDecay(long warmupSteps, long decaySteps, long totalSteps, Shape shape,
		double endFactor) implements Schedule {

	/** How the rate decays. */
	public enum Shape {

		/** In a straight line. */
		LINEAR,

		/** Along half a cosine wave. */
		COSINE,

		/**
		 * Fast at first, as one minus the root of time (Haegele et al., 2024, "Scaling
		 * laws and compute-optimal training beyond fixed training durations").
		 */
		ONE_MINUS_SQRT

	}

	public WarmupStableDecay {
		Lengths.requirePositive("totalSteps", totalSteps);
		Lengths.requirePositive("decaySteps", decaySteps);
	}

	@Override
	public double learningRate(double base, long time, double[] memory) {
		if (time < warmupSteps) {
			return base * (time + 1) / warmupSteps;
		}
		long since = time - (totalSteps - decaySteps);
		return (since <= 0) ? base : base * (endFactor + (1 - endFactor) * left(Lengths.share(since, decaySteps)));
	}

	private double left(double share) {
		return switch (shape) {
			case LINEAR -> 1 - share;
			case COSINE -> Wave.fall(share);
			case ONE_MINUS_SQRT -> 1 - Math.sqrt(share);
		};
	}

}
