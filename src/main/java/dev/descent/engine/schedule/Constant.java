package dev.descent.engine.schedule;

/** The optimizer's own rate all the time. */
public record Constant() implements Schedule {

	@Override
	public double learningRate(double base, long time, double[] memory) {
		return base;
	}

}
