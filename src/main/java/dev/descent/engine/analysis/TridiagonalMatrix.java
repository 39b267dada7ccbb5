package dev.descent.engine.analysis;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The eigenvalues of symmetric matrices that are zero but for three diagonals. */
final class TridiagonalMatrix {

	private static final double EPSILON = Math.ulp(1.0);

	/** Two or three are usual for one eigenvalue. */
	private static final int MOST_SWEEPS = 100;

	private final int size;

	private final double[] d;

	private final double[] e;

	private final double[] z;

	private TridiagonalMatrix(double[] diagonal, double[] offDiagonal) {
		this.size = diagonal.length;
		this.d = diagonal.clone();
		this.e = new double[size];
		this.z = new double[size];
		System.arraycopy(offDiagonal, 0, e, 0, size - 1);
		z[size - 1] = 1;
	}

	/**
	 * Eigenvalues, ascending.
	 *
	 * @param lastComponents of the eigenvectors of length 1
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Eigenvalues(double[] values, double[] lastComponents) {
	}

	/**
	 * By QL sweeps with implicit shifts (Golub and Van Loan, Matrix Computations, section
	 * 8.3), to within rounding of the largest.
	 * @param diagonal at least one
	 * @param offDiagonal one fewer at least
	 */
	static Eigenvalues eigenvalues(double[] diagonal, double[] offDiagonal) {
		var matrix = new TridiagonalMatrix(diagonal, offDiagonal);
		matrix.diagonalize();
		int[] order = IntStream.range(0, matrix.size)
			.boxed()
			.sorted(Comparator.comparingDouble((i) -> matrix.d[i]))
			.mapToInt(Integer::intValue)
			.toArray();
		return new Eigenvalues(IntStream.of(order).mapToDouble((i) -> matrix.d[i]).toArray(),
				IntStream.of(order).mapToDouble((i) -> matrix.z[i]).toArray());
	}

	private void diagonalize() {
		double norm = 0;
		for (int i = 0; i < size; i++) {
			norm = Math.max(norm, Math.abs(d[i]) + Math.abs(e[i]));
		}
		double nothing = EPSILON * norm;
		for (int first = 0; first < size; first++) {
			int sweeps = 0;
			int last = endOfBlock(first, nothing);
			while (last > first) {
				sweep(first, last);
				if (++sweeps > MOST_SWEEPS) {
					throw new ArithmeticException("the eigenvalues do not converge");
				}
				last = endOfBlock(first, nothing);
			}
		}
	}

	/** The last row that is coupled with the first. */
	private int endOfBlock(int first, double nothing) {
		int last = first;
		while (last < size - 1 && Math.abs(e[last]) > nothing) {
			last++;
		}
		return last;
	}

	/** Chases the bulge from the last row of a block to the first. */
	private void sweep(int first, int last) {
		double half = (d[first + 1] - d[first]) / (2 * e[first]);
		double g = d[last] - d[first] + e[first] / (half + Math.copySign(StrictMath.hypot(half, 1), half));
		double sine = 1;
		double cosine = 1;
		double shift = 0;
		for (int i = last - 1; i >= first; i--) {
			double f = sine * e[i];
			double b = cosine * e[i];
			double r = StrictMath.hypot(f, g);
			e[i + 1] = r;
			if (r == 0) {
				d[i + 1] -= shift;
				e[last] = 0;
				return;
			}
			sine = f / r;
			cosine = g / r;
			g = d[i + 1] - shift;
			double t = (d[i] - g) * sine + 2 * cosine * b;
			shift = sine * t;
			d[i + 1] = g + shift;
			g = cosine * t - b;
			double upper = z[i + 1];
			z[i + 1] = sine * z[i] + cosine * upper;
			z[i] = cosine * z[i] - sine * upper;
		}
		d[first] -= shift;
		e[first] = g;
		e[last] = 0;
	}

}
