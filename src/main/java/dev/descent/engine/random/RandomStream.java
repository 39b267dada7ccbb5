package dev.descent.engine.random;

/**
 * A stream of random numbers that depends on nothing but its key: a seed, a
 * {@link Purpose} and an index (an epoch, a layer). Any stream can therefore be opened
 * again without replaying others.
 *
 * <p>
 * The generator is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom
 * number generators", 2014): the n-th number is a mix of {@code key + n * gamma}. All
 * operations are exact or from {@link StrictMath}, so the numbers are the same on every
 * machine and JDK.
 */
public final class RandomStream {

	private static final long GAMMA = 0x9e3779b97f4a7c15L;

	private long state;

	private double spareGaussian = Double.NaN;

	private RandomStream(long key) {
		this.state = key;
	}

	/** Opens the stream of a seed for a purpose. */
	public static RandomStream of(long seed, Purpose purpose) {
		return of(seed, purpose, 0);
	}

	/** Opens the stream of a seed for a purpose at an index, such as an epoch. */
	public static RandomStream of(long seed, Purpose purpose, long index) {
		return new RandomStream(start(seed, purpose, index));
	}

	/** Begins the stream of a seed for a purpose at an index, in place of this one. */
	public void reopen(long seed, Purpose purpose, long index) {
		state = start(seed, purpose, index);
		spareGaussian = Double.NaN;
	}

	private static long start(long seed, Purpose purpose, long index) {
		return mix(mix(mix(seed + GAMMA) + purpose.salt()) + index * GAMMA);
	}

	/** The next 64 uniformly distributed bits. */
	public long nextLong() {
		state += GAMMA;
		return mix(state);
	}

	/** A number in [0, 1), a multiple of 2^-53. */
	public double nextDouble() {
		return (nextLong() >>> 11) * 0x1.0p-53;
	}

	/** A number in [low, high). */
	public double nextDouble(double low, double high) {
		return low + (high - low) * nextDouble();
	}

	/** An integer in [0, bound); the bias is below 2^-32. */
	public int nextInt(int bound) {
		return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
	}

	/** A standard normal number, by the polar method (Marsaglia and Bray, 1964). */
	public double nextGaussian() {
		if (!Double.isNaN(spareGaussian)) {
			double gaussian = spareGaussian;
			spareGaussian = Double.NaN;
			return gaussian;
		}
		double u;
		double v;
		double square;
		do {
			u = nextDouble(-1, 1);
			v = nextDouble(-1, 1);
			square = u * u + v * v;
		}
		while (square >= 1 || square == 0);
		double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
		spareGaussian = v * scale;
		return u * scale;
	}

	/** Puts 0, 1, .., length - 1 into the array in random order (Fisher and Yates). */
	public void permute(int[] order) {
		for (int i = 0; i < order.length; i++) {
			int j = nextInt(i + 1);
			order[i] = order[j];
			order[j] = i;
		}
	}

	private static long mix(long z) {
		z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
		z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
		return z ^ (z >>> 31);
	}

}
