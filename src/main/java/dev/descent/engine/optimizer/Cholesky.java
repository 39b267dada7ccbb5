package dev.descent.engine.optimizer;

/**
 * Factors a symmetric positive definite matrix, {@code A + shift I = U^T U} with an upper
 * triangular U, and solves with the factor (Golub and Van Loan, 2013, section 4.2).
 * Matrices lie row by row.
 */
final class Cholesky {

	/** A pivot below this share of its diagonal element is lost in rounding. */
	private static final double SMALLEST_PIVOT = 1e-13;

	private Cholesky() {
	}

	/**
	 * Factors {@code A + shift I}.
	 * @param a shape [n, n]; only its upper triangle is read
	 * @param shift not negative; added to the diagonal
	 * @param n rows of the matrix
	 * @param u shape [n, n]; its upper triangle is overwritten
	 * @return whether the matrix is positive definite, so that {@code u} is its factor
	 */
	static boolean factor(double[] a, double shift, int n, double[] u) {
		System.arraycopy(a, 0, u, 0, n * n);
		for (int i = 0; i < n; i++) {
			u[i * n + i] += shift;
		}
		for (int k = 0; k < n; k++) {
			double pivot = u[k * n + k];
			if (!(pivot > SMALLEST_PIVOT * Math.abs(a[k * n + k] + shift) && pivot < Double.MAX_VALUE)) {
				return false;
			}
			double inverse = 1 / Math.sqrt(pivot);
			for (int j = k; j < n; j++) {
				u[k * n + j] *= inverse;
			}
			for (int i = k + 1; i < n; i++) {
				subtract(u[k * n + i], u, k * n + i, i * n + i, n - i);
			}
		}
		return true;
	}

	/**
	 * What a shift of a matrix of shape [n, n] is measured by: the largest magnitude on
	 * its diagonal, 1 if that is 0.
	 */
	static double scale(double[] a, int n) {
		double largest = 0;
		for (int i = 0; i < n; i++) {
			largest = Math.max(largest, Math.abs(a[i * n + i]));
		}
		return (largest > 0) ? largest : 1;
	}

	private static void subtract(double scale, double[] u, int from, int into, int length) {
		for (int j = 0; j < length; j++) {
			u[into + j] -= scale * u[from + j];
		}
	}

	/**
	 * Solves {@code U^T U x = b}.
	 * @param u from {@link #factor}
	 * @param b on entry the right side, on return the solution
	 */
	static void solve(double[] u, double[] b) {
		int n = b.length;
		for (int k = 0; k < n; k++) {
			b[k] /= u[k * n + k];
			for (int j = k + 1; j < n; j++) {
				b[j] -= u[k * n + j] * b[k];
			}
		}
		for (int k = n - 1; k >= 0; k--) {
			double sum = b[k];
			for (int j = k + 1; j < n; j++) {
				sum -= u[k * n + j] * b[j];
			}
			b[k] = sum / u[k * n + k];
		}
	}

	/**
	 * Solves {@code (A + shift I) x = b}, where the shift is raised until the sum is
	 * positive definite.
	 * @param a shape [n, n]; only its upper triangle is read
	 * @param shift not negative; tried first
	 * @param raise positive; what the shift is raised to at least
	 * @param growth above 1; by what it is raised again and again
	 * @param u shape [n, n]; overwritten with the factor
	 * @param b on entry the right side, on return the solution
	 * @return whether there is one
	 */
	static boolean solveRaised(double[] a, double shift, double raise, double growth, double[] u, double[] b) {
		double tried = shift;
		while (!factor(a, tried, b.length, u)) {
			tried = Math.max(growth * tried, raise);
			if (!(tried < Double.MAX_VALUE)) {
				return false;
			}
		}
		solve(u, b);
		return true;
	}

}
