package dev.descent.engine.kernel;

/**
 * The inner loops of the engine. Implementations agree bit for bit with
 * {@link ScalarKernels}: every output element is one chain of fused multiply-adds in the
 * order of the inner dimension, beginning with what is added to the product, and the
 * elementary functions perform the operations of {@link Elementary} in their order.
 *
 * <p>
 * Implementations are stateless and may be shared by threads.
 */
public interface Kernels {

	/** What runs, for logs and diagnostics. */
	String name();

	/**
	 * {@code C = A B + b}, the offsets added to every column.
	 * @param a shape [m, k], row by row or transposed
	 * @param b shape [k, n], row by row or transposed
	 * @param offsets shape [m, 1]
	 * @param c shape [m, n], row by row; overwritten
	 */
	void affine(Matrix a, Matrix b, Matrix offsets, Matrix c);

	/** {@code C = A B}, otherwise like {@link #affine}. */
	void multiply(Matrix a, Matrix b, Matrix c);

	/** {@code C += A B}, otherwise like {@link #affine}. */
	void multiplyAdd(Matrix a, Matrix b, Matrix c);

	/**
	 * The sum of each row, one value after the other.
	 * @param matrix shape [m, n], row by row
	 * @param sums shape [m, 1]; overwritten
	 */
	void sumRows(Matrix matrix, Matrix sums);

	/** {@code y[i] = exp(x[i])}; the arrays may be the same, here only. */
	void exp(double[] x, double[] y);

	/**
	 * {@code a = e^z / sum(e^z)} over each column, from {@code z - max z}.
	 * @param z row by row from index 0
	 * @param a of the same shape and layout, not the same array; overwritten
	 */
	void softmax(Matrix z, Matrix a);

	/** {@code y[i] = 1 / (1 + exp(-x[i]))}. */
	void sigmoid(double[] x, double[] y);

	/** {@code y[i] = tanh(x[i])}. */
	void tanh(double[] x, double[] y);

	/** {@code y[i] = log(1 + exp(x[i]))}. */
	void softplus(double[] x, double[] y);

}
