package dev.descent.engine.initializer;

import dev.descent.engine.random.RandomStream;

/**
 * A random matrix whose rows (or columns, if there are fewer) are orthogonal with length
 * gain, evenly distributed among all such (Saxe, McClelland and Ganguli, 2014; Mezzadri,
 * 2007): normal draws, made orthogonal by Gram and Schmidt's method twice over.
 *
 * @param gain positive; the length
 */
public record Orthogonal(double gain) implements Initializer {

	@Override
	public void initialize(double[] w, int from, int fanIn, int fanOut, RandomStream random) {
		int vectors = Math.min(fanIn, fanOut);
		int length = Math.max(fanIn, fanOut);
		double[][] basis = new double[vectors][length];
		for (int v = 0; v < vectors; v++) {
			for (int i = 0; i < length; i++) {
				basis[v][i] = random.nextGaussian();
			}
			orthogonalize(basis, v);
			orthogonalize(basis, v);
		}
		for (int unit = 0; unit < fanOut; unit++) {
			for (int input = 0; input < fanIn; input++) {
				w[from + unit * fanIn + input] = gain * ((fanOut <= fanIn) ? basis[unit][input] : basis[input][unit]);
			}
		}
	}

	/** Takes its parts along the earlier vectors off a vector and gives it length 1. */
	private static void orthogonalize(double[][] basis, int v) {
		double[] vector = basis[v];
		for (int u = 0; u < v; u++) {
			double part = dot(basis[u], vector);
			for (int i = 0; i < vector.length; i++) {
				vector[i] -= part * basis[u][i];
			}
		}
		double length = Math.sqrt(dot(vector, vector));
		for (int i = 0; i < vector.length; i++) {
			vector[i] /= length;
		}
	}

	private static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] * b[i];
		}
		return sum;
	}

}
