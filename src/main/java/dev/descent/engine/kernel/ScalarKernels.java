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
		double[] values = matrix.values();
		double[] into = sums.values();
		int stride = matrix.rowStride();
		int whole = matrix.rows() & ~7;
		for (int i = 0; i < whole; i += 8) {
			addEightRows(values, matrix.from() + i * stride, stride, matrix.columns(), into, sums.from() + i);
		}
		for (int i = whole; i < matrix.rows(); i++) {
			into[sums.from() + i] = sum(values, matrix.from() + i * stride, matrix.columns());
		}
	}

	/** Eight rows at a time hide the latency of the additions. */
	private static void addEightRows(double[] values, int from, int stride, int columns, double[] sums, int to) {
		int row0 = from;
		int row1 = from + 1 * stride;
		int row2 = from + 2 * stride;
		int row3 = from + 3 * stride;
		int row4 = from + 4 * stride;
		int row5 = from + 5 * stride;
		int row6 = from + 6 * stride;
		int row7 = from + 7 * stride;
		double sum0 = 0;
		double sum1 = 0;
		double sum2 = 0;
		double sum3 = 0;
		double sum4 = 0;
		double sum5 = 0;
		double sum6 = 0;
		double sum7 = 0;
		for (int j = 0; j < columns; j++) {
			sum0 += values[row0 + j];
			sum1 += values[row1 + j];
			sum2 += values[row2 + j];
			sum3 += values[row3 + j];
			sum4 += values[row4 + j];
			sum5 += values[row5 + j];
			sum6 += values[row6 + j];
			sum7 += values[row7 + j];
		}
		sums[to] = sum0;
		sums[to + 1] = sum1;
		sums[to + 2] = sum2;
		sums[to + 3] = sum3;
		sums[to + 4] = sum4;
		sums[to + 5] = sum5;
		sums[to + 6] = sum6;
		sums[to + 7] = sum7;
	}

	private static double sum(double[] values, int from, int count) {
		double sum = 0;
		for (int j = 0; j < count; j++) {
			sum += values[from + j];
		}
		return sum;
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
