package dev.descent.engine.kernel;

/**
 * The definition of right: plain loops that every other implementation must agree with.
 * The matrix product works on tiles of 2 x 4 outputs, so that eight independent chains
 * hide the latency of the multiply-adds; each output is still summed in order.
 */
public final class ScalarKernels implements Kernels {

	@Override
	public String name() {
		return "scalar";
	}

	@Override
	public void multiplyAdd(Matrix a, Matrix b, Matrix c) {
		requireShapes(a, b, c);
		int rows = c.rows();
		int columns = c.columns();
		int evenRows = rows - rows % 2;
		int wholeColumns = columns - columns % 4;
		for (int i = 0; i < evenRows; i += 2) {
			for (int j = 0; j < wholeColumns; j += 4) {
				tile(a, b, c, i, j);
			}
		}
		for (int i = 0; i < rows; i++) {
			for (int j = (i < evenRows) ? wholeColumns : 0; j < columns; j++) {
				element(a, b, c, i, j);
			}
		}
	}

	private static void requireShapes(Matrix a, Matrix b, Matrix c) {
		if (a.rows() != c.rows() || a.columns() != b.rows() || b.columns() != c.columns() || c.columnStride() != 1) {
			throw new IllegalArgumentException("cannot add the product of a %s and a %s to a %s".formatted(a, b, c));
		}
	}

	private static void tile(Matrix a, Matrix b, Matrix c, int i, int j) {
		double[] av = a.values();
		double[] bv = b.values();
		double[] cv = c.values();
		int a0 = a.from() + i * a.rowStride();
		int a1 = a0 + a.rowStride();
		int aStep = a.columnStride();
		int b0 = b.from() + j * b.columnStride();
		int b1 = b0 + b.columnStride();
		int b2 = b1 + b.columnStride();
		int b3 = b2 + b.columnStride();
		int bStep = b.rowStride();
		int c0 = c.from() + i * c.rowStride() + j;
		int c1 = c0 + c.rowStride();
		double c00 = cv[c0];
		double c01 = cv[c0 + 1];
		double c02 = cv[c0 + 2];
		double c03 = cv[c0 + 3];
		double c10 = cv[c1];
		double c11 = cv[c1 + 1];
		double c12 = cv[c1 + 2];
		double c13 = cv[c1 + 3];
		int depth = a.columns();
		for (int k = 0; k < depth; k++) {
			double x = av[a0 + k * aStep];
			double y = av[a1 + k * aStep];
			int row = k * bStep;
			double w0 = bv[b0 + row];
			double w1 = bv[b1 + row];
			double w2 = bv[b2 + row];
			double w3 = bv[b3 + row];
			c00 = Math.fma(x, w0, c00);
			c01 = Math.fma(x, w1, c01);
			c02 = Math.fma(x, w2, c02);
			c03 = Math.fma(x, w3, c03);
			c10 = Math.fma(y, w0, c10);
			c11 = Math.fma(y, w1, c11);
			c12 = Math.fma(y, w2, c12);
			c13 = Math.fma(y, w3, c13);
		}
		cv[c0] = c00;
		cv[c0 + 1] = c01;
		cv[c0 + 2] = c02;
		cv[c0 + 3] = c03;
		cv[c1] = c10;
		cv[c1 + 1] = c11;
		cv[c1 + 2] = c12;
		cv[c1 + 3] = c13;
	}

	private static void element(Matrix a, Matrix b, Matrix c, int i, int j) {
		int ai = a.from() + i * a.rowStride();
		int bj = b.from() + j * b.columnStride();
		int cij = c.from() + i * c.rowStride() + j;
		double sum = c.values()[cij];
		for (int k = 0; k < a.columns(); k++) {
			sum = Math.fma(a.values()[ai + k * a.columnStride()], b.values()[bj + k * b.rowStride()], sum);
		}
		c.values()[cij] = sum;
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
