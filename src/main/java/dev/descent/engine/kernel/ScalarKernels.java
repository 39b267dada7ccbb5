package dev.descent.engine.kernel;

/**
 * The definition of right: plain Java that every other implementation must agree with.
 */
public final class ScalarKernels implements Kernels {

	private static final ThreadLocal<ScalarFunctions> FUNCTIONS = ThreadLocal.withInitial(ScalarFunctions::new);

	private static final ThreadLocal<ScalarProduct> PRODUCT = ThreadLocal.withInitial(ScalarProduct::new);

	@Override
	public String name() {
		return "scalar";
	}

	@Override
	public void affine(Matrix a, Matrix b, Matrix offsets, Matrix c) {
		add(offsets, 0, a, b, c);
	}

	@Override
	public void multiply(Matrix a, Matrix b, Matrix c) {
		add(Matrix.ZERO, 0, a, b, c);
	}

	@Override
	public void multiplyAdd(Matrix a, Matrix b, Matrix c) {
		add(c, 1, a, b, c);
	}

	/**
	 * {@code C = S + A B}.
	 * @param startColumnStride of S: 0 if all its columns are the same
	 */
	void add(Matrix start, int startColumnStride, Matrix a, Matrix b, Matrix c) {
		Matrix.requireProduct(a, b, c);
		PRODUCT.get().add(start, startColumnStride, a, b, c);
	}

	@Override
	public void sumRows(Matrix matrix, Matrix sums) {
		int last = matrix.rows() - 1;
		for (int i = 0; i <= last; i += 4) {
			addRows(matrix, i, Math.min(i + 1, last), Math.min(i + 2, last), Math.min(i + 3, last), sums);
		}
	}

	/** Four rows at a time hide the latency of the additions. */
	private static void addRows(Matrix matrix, int i0, int i1, int i2, int i3, Matrix sums) {
		double[] values = matrix.values();
		int row0 = matrix.from() + i0 * matrix.rowStride();
		int row1 = matrix.from() + i1 * matrix.rowStride();
		int row2 = matrix.from() + i2 * matrix.rowStride();
		int row3 = matrix.from() + i3 * matrix.rowStride();
		double sum0 = 0;
		double sum1 = 0;
		double sum2 = 0;
		double sum3 = 0;
		for (int j = 0; j < matrix.columns(); j++) {
			sum0 += values[row0 + j];
			sum1 += values[row1 + j];
			sum2 += values[row2 + j];
			sum3 += values[row3 + j];
		}
		double[] into = sums.values();
		into[sums.from() + i0] = sum0;
		into[sums.from() + i1] = sum1;
		into[sums.from() + i2] = sum2;
		into[sums.from() + i3] = sum3;
	}

	@Override
	public void exp(double[] x, double[] y) {
		FUNCTIONS.get().exp(x, y);
	}

	@Override
	public void softmax(Matrix z, Matrix a) {
		subtractMax(z, a, 0);
		exp(a.values(), a.values());
		divideBySum(a, 0);
	}

	/** {@code a = z - max z} over each column, from one on. */
	static void subtractMax(Matrix z, Matrix a, int firstColumn) {
		double[] x = z.values();
		double[] y = a.values();
		int columns = z.columns();
		int end = z.rows() * columns;
		for (int j = firstColumn; j < columns; j++) {
			double max = x[j];
			for (int i = j + columns; i < end; i += columns) {
				max = (x[i] > max) ? x[i] : max;
			}
			for (int i = j; i < end; i += columns) {
				y[i] = x[i] - max;
			}
		}
	}

	/** Divides each column by its sum, from one on. */
	static void divideBySum(Matrix a, int firstColumn) {
		double[] y = a.values();
		int columns = a.columns();
		int end = a.rows() * columns;
		for (int j = firstColumn; j < columns; j++) {
			double sum = 0;
			for (int i = j; i < end; i += columns) {
				sum += y[i];
			}
			for (int i = j; i < end; i += columns) {
				y[i] /= sum;
			}
		}
	}

	@Override
	public void sigmoid(double[] x, double[] y) {
		FUNCTIONS.get().sigmoid(x, y);
	}

	@Override
	public void tanh(double[] x, double[] y) {
		FUNCTIONS.get().tanh(x, y);
	}

	@Override
	public void softplus(double[] x, double[] y) {
		FUNCTIONS.get().softplus(x, y);
	}

}
