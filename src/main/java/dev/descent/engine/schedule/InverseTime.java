package dev.descent.engine.schedule;

/** Falls with the inverse of time: {@code base / (1 + decay * t)}. */
public record InverseTime(double decay) implements Schedule {

	@Override
	public double learningRate(double base, long time, double[] memory) {
		return base / (1 + decay * time);
	}

}
