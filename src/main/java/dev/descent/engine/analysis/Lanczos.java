package dev.descent.engine.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.descent.engine.analysis.TridiagonalMatrix.Eigenvalues;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;

/**
 * Eigenvalues of a symmetric matrix that is known only by its products with vectors
 * (Lanczos, 1950), with full reorthogonalization. Those at both ends of the spectrum come
 * first. Where the products stay within a subspace it goes on from a new random vector,
 * so that after as many steps as there are rows all eigenvalues are there, multiple ones
 * as often as they occur.
 */
final class Lanczos {

	/** What is below this share of the matrix is rounding. */
	private static final double NOTHING = 1e-12;

	private final int size;

	private final long seed;

	private final List<double[]> basis = new ArrayList<>();

	private final double[] diagonal;

	private final double[] offDiagonal;

	private double scale;

	private int steps;

	private int starts;

	/**
	 * @param size rows of the matrix
	 * @param mostSteps products at most; no more than rows
	 */
	Lanczos(int size, int mostSteps, long seed) {
		this.size = size;
		this.seed = seed;
		this.diagonal = new double[mostSteps];
		this.offDiagonal = new double[mostSteps];
		basis.add(start());
	}

	/** What is to be multiplied next, of length 1. */
	double[] vector() {
		return basis.getLast();
	}

	/** Products taken so far. */
	int steps() {
		return steps;
	}

	boolean finished() {
		return steps == diagonal.length;
	}

	/** Whether all eigenvalues are there. */
	boolean complete() {
		return steps == size;
	}

	/**
	 * Takes the product with the vector.
	 * @param product overwritten
	 */
	void take(double[] product) {
		diagonal[steps] = dot(vector(), product);
		orthogonalize(product);
		double length = Math.sqrt(dot(product, product));
		scale = Math.max(scale, Math.abs(diagonal[steps]) + length);
		boolean exhausted = length <= NOTHING * scale;
		offDiagonal[steps] = exhausted ? 0 : length;
		steps++;
		if (!finished()) {
			basis.add(exhausted ? start() : scaled(product, 1 / length));
		}
	}

	/** A random vector of length 1, orthogonal to all before. */
	private double[] start() {
		var random = RandomStream.of(seed, Purpose.EIGENVALUES, starts);
		starts++;
		double[] vector = new double[size];
		Arrays.setAll(vector, (_) -> random.nextGaussian());
		orthogonalize(vector);
		return scaled(vector, 1 / Math.sqrt(dot(vector, vector)));
	}

	/** Twice is enough (Parlett, The Symmetric Eigenvalue Problem, section 6.9). */
	private void orthogonalize(double[] vector) {
		for (int pass = 0; pass < 2; pass++) {
			for (double[] direction : basis) {
				double share = dot(direction, vector);
				for (int i = 0; i < size; i++) {
					vector[i] -= share * direction[i];
				}
			}
		}
	}

	private static double[] scaled(double[] vector, double by) {
		double[] scaled = new double[vector.length];
		for (int i = 0; i < scaled.length; i++) {
			scaled[i] = by * vector[i];
		}
		return scaled;
	}

	/** In four sums, which the processor adds up at the same time. */
	private static double dot(double[] a, double[] b) {
		double sum0 = 0;
		double sum1 = 0;
		double sum2 = 0;
		double sum3 = 0;
		int whole = a.length & ~3;
		for (int i = 0; i < whole; i += 4) {
			sum0 += a[i] * b[i];
			sum1 += a[i + 1] * b[i + 1];
			sum2 += a[i + 2] * b[i + 2];
			sum3 += a[i + 3] * b[i + 3];
		}
		for (int i = whole; i < a.length; i++) {
			sum0 += a[i] * b[i];
		}
		return (sum0 + sum1) + (sum2 + sum3);
	}

	/** What is found after the steps so far, at least one: Ritz values. */
	Eigenvalues ritz() {
		return TridiagonalMatrix.eigenvalues(Arrays.copyOf(diagonal, steps), offDiagonal);
	}

	/** Within this distance from a Ritz value there is an eigenvalue. */
	double residual(double lastComponent) {
		double rounding = Math.ulp(scale);
		return complete() ? rounding : Math.max(rounding, Math.abs(offDiagonal[steps - 1] * lastComponent));
	}

	/** The sum of all eigenvalues, if they are all there. */
	double trace() {
		return Arrays.stream(diagonal, 0, steps).sum();
	}

}
