package dev.descent.engine.schedule;

/**
 * Half a cosine wave from the base to a minimum, again and again (Loshchilov and Hutter,
 * 2017, equation 5); each cycle is so many times as long as the one before.
 */
public record CosineRestarts(long t0, long tMult, double etaMin) implements Schedule {

	public CosineRestarts {
		Lengths.requirePositive("t0", t0);
		Lengths.requirePositive("tMult", tMult);
	}

	@Override
	public double learningRate(double base, long time, double[] memory) {
		long length = t0;
		long since = time;
		if (tMult == 1) {
			since %= length;
		}
		else {
			while (since >= length) {
				since -= length;
				length *= tMult;
			}
		}
		return etaMin + (base - etaMin) * Wave.fall(since / (double) length);
	}

}
