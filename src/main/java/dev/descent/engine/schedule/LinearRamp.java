package dev.descent.engine.schedule;

/** Goes in a straight line from one multiple of the base to another, and stays there. */
public record LinearRamp(double startFactor, double endFactor, long totalIterations) implements Schedule {

	public LinearRamp {
		Lengths.requirePositive("totalIterations", totalIterations);
	}

	@Override
	public double learningRate(double base, long time, double[] memory) {
		return base * (startFactor + (endFactor - startFactor) * Lengths.share(time, totalIterations));
	}

}
