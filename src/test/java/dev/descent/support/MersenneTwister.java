package dev.descent.support;

/**
 * The generator MT19937 (Matsumoto and Nishimura, 1998), seeded and read as NumPy's
 * {@code RandomState} does, so that runs can start from the same numbers as a reference.
 */
public final class MersenneTwister {

	private static final int SIZE = 624;

	private static final int MIDDLE = 397;

	private final int[] state = new int[SIZE];

	private int next = SIZE;

	public MersenneTwister(int seed) {
		state[0] = seed;
		for (int i = 1; i < SIZE; i++) {
			state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
		}
	}

	private int nextInt() {
		if (next == SIZE) {
			twist();
		}
		int y = state[next++];
		y ^= y >>> 11;
		y ^= (y << 7) & 0x9d2c5680;
		y ^= (y << 15) & 0xefc60000;
		return y ^ (y >>> 18);
	}

	private void twist() {
		for (int i = 0; i < SIZE; i++) {
			int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
			state[i] = state[(i + MIDDLE) % SIZE] ^ (y >>> 1) ^ (((y & 1) == 0) ? 0 : 0x9908b0df);
		}
		next = 0;
	}

	/** In [low, high). */
	public double nextDouble(double low, double high) {
		int a = nextInt() >>> 5;
		int b = nextInt() >>> 6;
		return low + (high - low) * ((a * 67108864.0 + b) / 9007199254740992.0);
	}

	/** Puts the entries into random order. */
	public void shuffle(int[] entries) {
		for (int i = entries.length - 1; i > 0; i--) {
			int j = nextInt(i);
			int entry = entries[i];
			entries[i] = entries[j];
			entries[j] = entry;
		}
	}

	/** From 0 to a largest number: bits are drawn until they are not above it. */
	private int nextInt(int largest) {
		int mask = Integer.highestOneBit(largest) * 2 - 1;
		int value = nextInt() & mask;
		while (value > largest) {
			value = nextInt() & mask;
		}
		return value;
	}

}
