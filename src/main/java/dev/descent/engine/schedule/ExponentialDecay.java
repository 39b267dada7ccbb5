package dev.descent.engine.schedule;

/** Falls by a factor at every step: {@code base * gamma^t}. */
public record ExponentialDecay(double gamma) implements Schedule {

	@Override
	public double learningRate(double base, long time, double[] memory) {
		return base * Wave.power(gamma, (double) time);
	}

}
