package dev.descent.engine.kernel;

/**
 * The functions of {@link Elementary} for whole arrays in plain Java: the same
 * operations, in loops that the compiler turns into SIMD instructions. It does so only if
 * they read arrays from the beginning and handle no bits, so chunks are copied, and the
 * powers of two have a loop of their own.
 *
 * <p>
 * Holds the room for a chunk; confined to one thread.
 */
final class ScalarFunctions {

	private static final int CHUNK = 256;

	private final double[] x = new double[CHUNK];

	private final double[] k = new double[CHUNK];

	private final double[] y = new double[CHUNK];

	void exp(double[] from, double[] to) {
		for (int start = 0; start < from.length; start += CHUNK) {
			int count = load(from, start);
			exp(count);
			store(count, to, start);
		}
	}

	void sigmoid(double[] from, double[] to) {
		for (int start = 0; start < from.length; start += CHUNK) {
			int count = load(from, start);
			negate(count);
			exp(count);
			for (int i = 0; i < count; i++) {
				y[i] = 1 / (1 + y[i]);
			}
			store(count, to, start);
		}
	}

	void tanh(double[] from, double[] to) {
		for (int start = 0; start < from.length; start += CHUNK) {
			int count = load(from, start);
			tanh(count);
			store(count, to, start);
		}
	}

	void softplus(double[] from, double[] to) {
		for (int start = 0; start < from.length; start += CHUNK) {
			int count = load(from, start);
			negateMagnitude(count);
			exp(count);
			load(from, start);
			for (int i = 0; i < count; i++) {
				y[i] = Math.max(x[i], 0) + Elementary.twiceArtanh(y[i] / (2 + y[i]));
			}
			store(count, to, start);
		}
	}

	private int load(double[] from, int start) {
		int count = Math.min(CHUNK, from.length - start);
		System.arraycopy(from, start, x, 0, count);
		return count;
	}

	private void store(int count, double[] to, int start) {
		System.arraycopy(y, 0, to, start, count);
	}

	private void negate(int count) {
		for (int i = 0; i < count; i++) {
			x[i] = -x[i];
		}
	}

	private void negateMagnitude(int count) {
		for (int i = 0; i < count; i++) {
			x[i] = -Math.abs(x[i]);
		}
	}

	private void exp(int count) {
		for (int i = 0; i < count; i++) {
			double whole = Math.rint(x[i] * Elementary.LOG2_E);
			y[i] = 1 + Elementary.reducedExpm1(Elementary.reduce(x[i], whole));
			k[i] = whole;
		}
		for (int i = 0; i < count; i++) {
			y[i] = (Math.abs(x[i]) <= Elementary.EXP_NORMAL) ? y[i] * Elementary.powerOfTwo(k[i])
					: Elementary.exp(x[i]);
		}
	}

	private void tanh(int count) {
		for (int i = 0; i < count; i++) {
			double twice = Math.min(2 * Math.abs(x[i]), Elementary.TANH_LIMIT);
			double whole = Math.rint(twice * Elementary.LOG2_E);
			y[i] = Elementary.reducedExpm1(Elementary.reduce(twice, whole));
			k[i] = whole;
		}
		for (int i = 0; i < count; i++) {
			k[i] = Elementary.powerOfTwo(k[i]);
		}
		for (int i = 0; i < count; i++) {
			double expm1 = Math.fma(k[i], y[i], k[i] - 1);
			y[i] = expm1 / (expm1 + 2) * Math.signum(x[i]);
		}
	}

}
