package dev.descent.engine.schedule;

/**
 * Half a cosine wave from the base to a minimum (Loshchilov and Hutter, 2017, equation 5
 * without restarts); later it rises again along the same wave.
 */
public record Cosine(long tMax, double etaMin) implements Schedule {

	public Cosine {
		Lengths.requirePositive("tMax", tMax);
	}

	@Override
	public double learningRate(double base, long time, double[] memory) {
		return etaMin + (base - etaMin) * Wave.fall(time / (double) tMax);
	}

}
