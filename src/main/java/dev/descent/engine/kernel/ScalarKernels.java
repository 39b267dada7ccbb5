package dev.descent.engine.kernel;

/**
 * The definition of right: plain Java that every other implementation must agree with.
 */
public final class ScalarKernels implements Kernels {

	private static final ThreadLocal<ScalarProduct> PRODUCT = ThreadLocal.withInitial(ScalarProduct::new);

	@Override
	public String name() {
		return "scalar";
	}

	@Override
	public void multiplyAdd(Matrix a, Matrix b, Matrix c) {
		Matrix.requireProduct(a, b, c);
		PRODUCT.get().multiplyAdd(a, b, c);
	}

	@Override
	public void sumRows(Matrix matrix, double[] sums, int from) {
		int last = matrix.rows() - 1;
		for (int i = 0; i <= last; i += 4) {
			addRows(matrix, i, Math.min(i + 1, last), Math.min(i + 2, last), Math.min(i + 3, last), sums, from);
		}
	}

	/** Four rows at a time hide the latency of the additions. */
	private static void addRows(Matrix matrix, int i0, int i1, int i2, int i3, double[] sums, int from) {
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
		sums[from + i0] = sum0;
		sums[from + i1] = sum1;
		sums[from + i2] = sum2;
		sums[from + i3] = sum3;
	}

	@Override
	public void exp(double[] x, double[] y) {
		for (int i = 0; i < x.length; i++) {
			y[i] = Elementary.exp(x[i]);
		}
	}

	@Override
	public void sigmoid(double[] x, double[] y) {
		for (int i = 0; i < x.length; i++) {
			y[i] = Elementary.sigmoid(x[i]);
		}
	}

	@Override
	public void tanh(double[] x, double[] y) {
		for (int i = 0; i < x.length; i++) {
			y[i] = Elementary.tanh(x[i]);
		}
	}

	@Override
	public void softplus(double[] x, double[] y) {
		for (int i = 0; i < x.length; i++) {
			y[i] = Elementary.softplus(x[i]);
		}
	}

}
