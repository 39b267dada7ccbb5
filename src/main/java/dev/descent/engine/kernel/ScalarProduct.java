package dev.descent.engine.kernel;

import java.util.Arrays;

/**
 * The matrix product in plain Java. Each output is one chain of fused multiply-adds in
 * the order of the inner dimension. Narrow outputs are made in tiles of 2 x 4, whose
 * eight chains hide each other's latency; wide ones two rows at a time by loops over a
 * row, which the compiler turns into SIMD instructions only if every array in them is
 * read from its beginning. So that is what rows are copied to. Rows and columns beyond
 * the last one are the last one again: what is computed twice is the same twice.
 *
 * <p>
 * Holds the room for the copies; confined to one thread.
 */
final class ScalarProduct {

	/** Columns from which on loops over rows pay. */
	private static final int WIDE = 24;

	/** Columns of B that are copied at a time. */
	private static final int WIDTH = 128;

	/** Rows of B that are copied at a time. */
	private static final int DEPTH = 32;

	private final double[][] panel = new double[DEPTH][WIDTH];

	private final double[] row0 = new double[WIDTH];

	private final double[] row1 = new double[WIDTH];

	/**
	 * {@code C = S + A B}.
	 * @param startColumnStride of S: 0 if all its columns are the same
	 */
	void add(Matrix start, int startColumnStride, Matrix a, Matrix b, Matrix c) {
		if (c.columns() < WIDE) {
			for (int i = 0; i < c.rows(); i += 2) {
				addTiles(start, startColumnStride, a, b, c, i);
			}
			return;
		}
		for (int j = 0; j < c.columns(); j += WIDTH) {
			int width = Math.min(WIDTH, c.columns() - j);
			for (int k = 0; k < a.columns(); k += DEPTH) {
				int depth = Math.min(DEPTH, a.columns() - k);
				copyPanel(b, k, depth, j, width);
				for (int i = 0; i < c.rows(); i += 2) {
					int i1 = Math.min(i + 1, c.rows() - 1);
					if (k == 0) {
						load(start, startColumnStride, i, j, width, row0);
						load(start, startColumnStride, i1, j, width, row1);
					}
					else {
						load(c, 1, i, j, width, row0);
						load(c, 1, i1, j, width, row1);
					}
					addToRows(a, i, i1, k, depth, width);
					System.arraycopy(row0, 0, c.values(), c.from() + i * c.rowStride() + j, width);
					System.arraycopy(row1, 0, c.values(), c.from() + i1 * c.rowStride() + j, width);
				}
			}
		}
	}

	private static void load(Matrix matrix, int columnStride, int i, int j, int width, double[] row) {
		int from = matrix.from() + i * matrix.rowStride() + j * columnStride;
		if (columnStride == 0) {
			Arrays.fill(row, 0, width, matrix.values()[from]);
		}
		else {
			System.arraycopy(matrix.values(), from, row, 0, width);
		}
	}

	/** Adds to two rows. */
	private static void addTiles(Matrix start, int startColumnStride, Matrix a, Matrix b, Matrix c, int i) {
		double[] sv = start.values();
		double[] av = a.values();
		double[] bv = b.values();
		double[] cv = c.values();
		int i1 = Math.min(i + 1, c.rows() - 1);
		int a0 = a.from() + i * a.rowStride();
		int a1 = a.from() + i1 * a.rowStride();
		int aStep = a.columnStride();
		int bFrom = b.from();
		int bStep = b.rowStride();
		int bStride = b.columnStride();
		int c0 = c.from() + i * c.rowStride();
		int c1 = c.from() + i1 * c.rowStride();
		int s0 = start.from() + i * start.rowStride();
		int s1 = start.from() + i1 * start.rowStride();
		int depth = a.columns();
		int last = c.columns() - 1;
		for (int j = 0; j <= last; j += 4) {
			int j1 = Math.min(j + 1, last);
			int j2 = Math.min(j + 2, last);
			int j3 = Math.min(j + 3, last);
			double c00 = sv[s0 + j * startColumnStride];
			double c01 = sv[s0 + j1 * startColumnStride];
			double c02 = sv[s0 + j2 * startColumnStride];
			double c03 = sv[s0 + j3 * startColumnStride];
			double c10 = sv[s1 + j * startColumnStride];
			double c11 = sv[s1 + j1 * startColumnStride];
			double c12 = sv[s1 + j2 * startColumnStride];
			double c13 = sv[s1 + j3 * startColumnStride];
			int b0 = bFrom + j * bStride;
			int b1 = bFrom + j1 * bStride;
			int b2 = bFrom + j2 * bStride;
			int b3 = bFrom + j3 * bStride;
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
			cv[c0 + j] = c00;
			cv[c0 + j1] = c01;
			cv[c0 + j2] = c02;
			cv[c0 + j3] = c03;
			cv[c1 + j] = c10;
			cv[c1 + j1] = c11;
			cv[c1 + j2] = c12;
			cv[c1 + j3] = c13;
		}
	}

	private void copyPanel(Matrix b, int k, int depth, int j, int width) {
		for (int row = 0; row < depth; row++) {
			int from = b.from() + (k + row) * b.rowStride() + j * b.columnStride();
			if (b.columnStride() == 1) {
				System.arraycopy(b.values(), from, panel[row], 0, width);
			}
			else {
				for (int column = 0; column < width; column++) {
					panel[row][column] = b.values()[from + column * b.columnStride()];
				}
			}
		}
	}

	private void addToRows(Matrix a, int i, int i1, int k, int depth, int width) {
		double[] av = a.values();
		int aStep = a.columnStride();
		int a0 = a.from() + i * a.rowStride() + k * aStep;
		int a1 = a.from() + i1 * a.rowStride() + k * aStep;
		int whole = depth & ~3;
		for (int l = 0; l < whole; l += 4) {
			int x = a0 + l * aStep;
			int y = a1 + l * aStep;
			addFour(width, av[x], av[x + aStep], av[x + 2 * aStep], av[x + 3 * aStep], av[y], av[y + aStep],
					av[y + 2 * aStep], av[y + 3 * aStep], panel[l], panel[l + 1], panel[l + 2], panel[l + 3], row0,
					row1);
		}
		for (int l = whole; l < depth; l++) {
			addOne(width, av[a0 + l * aStep], av[a1 + l * aStep], panel[l], row0, row1);
		}
	}

	private static void addFour(int width, double x0, double x1, double x2, double x3, double y0, double y1, double y2,
			double y3, double[] b0, double[] b1, double[] b2, double[] b3, double[] row0, double[] row1) {
		for (int j = 0; j < width; j++) {
			row0[j] = Math.fma(x3, b3[j], Math.fma(x2, b2[j], Math.fma(x1, b1[j], Math.fma(x0, b0[j], row0[j]))));
			row1[j] = Math.fma(y3, b3[j], Math.fma(y2, b2[j], Math.fma(y1, b1[j], Math.fma(y0, b0[j], row1[j]))));
		}
	}

	private static void addOne(int width, double x, double y, double[] b, double[] row0, double[] row1) {
		for (int j = 0; j < width; j++) {
			row0[j] = Math.fma(x, b[j], row0[j]);
			row1[j] = Math.fma(y, b[j], row1[j]);
		}
	}

}
