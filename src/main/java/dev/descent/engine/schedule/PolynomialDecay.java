package dev.descent.engine.schedule;

/**
 * Falls to zero along a power of the time that is left:
 * {@code base * (1 - t / totalIterations)^power}, and stays there.
 */
public record PolynomialDecay(long totalIterations, double power) implements Schedule {

	public PolynomialDecay {
		Lengths.requirePositive("totalIterations", totalIterations);
	}

	@Override
	public double learningRate(double base, long time, double[] memory) {
		return base * Wave.power(1 - Lengths.share(time, totalIterations), power);
	}

}
