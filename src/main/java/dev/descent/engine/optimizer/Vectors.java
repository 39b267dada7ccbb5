package dev.descent.engine.optimizer;

/** Sums over flat vectors, in order. */
final class Vectors {

	private Vectors() {
	}

	static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] * b[i];
		}
		return sum;
	}

	/** The Euclidean length. */
	static double norm(double[] a) {
		return Math.sqrt(dot(a, a));
	}

	/** The largest magnitude, NaN if there is one. */
	static double largest(double[] a) {
		double largest = 0;
		for (double component : a) {
			largest = Math.max(largest, Math.abs(component));
		}
		return largest;
	}

	/** The sum of the magnitudes. */
	static double sumOfMagnitudes(double[] a) {
		double sum = 0;
		for (double component : a) {
			sum += Math.abs(component);
		}
		return sum;
	}

	/** {@code y += scale x}. */
	static void add(double scale, double[] x, double[] y) {
		for (int i = 0; i < y.length; i++) {
			y[i] += scale * x[i];
		}
	}

	/** {@code y = scale x}. */
	static void scale(double scale, double[] x, double[] y) {
		for (int i = 0; i < y.length; i++) {
			y[i] = scale * x[i];
		}
	}

	static void copy(double[] from, double[] to) {
		System.arraycopy(from, 0, to, 0, to.length);
	}

}
