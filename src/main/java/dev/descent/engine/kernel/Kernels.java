package dev.descent.engine.kernel;

/**
 * The inner loops of the engine. Implementations agree bit for bit with
 * {@link ScalarKernels}: every output element is one chain of fused multiply-adds in the
 * order of the inner dimension, and the elementary functions perform the operations of
 * {@link Elementary} in their order.
 *
 * <p>
 * Implementations are stateless and may be shared by threads.
 */
public interface Kernels {

	/** What runs, for logs and diagnostics. */
	String name();

	/**
	 * {@code C += A B}.
	 * @param a shape [m, k], any strides
	 * @param b shape [k, n], any strides
	 * @param c shape [m, n], row by row; changed in place
	 */
	void multiplyAdd(Matrix a, Matrix b, Matrix c);

	/**
	 * The sum of each row, one value after the other.
	 * @param matrix row by row
	 * @param sums overwritten from {@code from} on, one entry a row
	 */
	void sumRows(Matrix matrix, double[] sums, int from);

	/** {@code y[i] = exp(x[i])}; the arrays may be the same. */
	void exp(double[] x, double[] y);

	/** {@code y[i] = 1 / (1 + exp(-x[i]))}; the arrays may be the same. */
	void sigmoid(double[] x, double[] y);

	/** {@code y[i] = tanh(x[i])}; the arrays may be the same. */
	void tanh(double[] x, double[] y);

	/** {@code y[i] = log(1 + exp(x[i]))}; the arrays must not be the same. */
	void softplus(double[] x, double[] y);

}
