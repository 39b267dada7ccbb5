package dev.descent.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The matrix product by tiles of outputs that stay in registers: four rows of two or
 * three vectors. Two devices spare all code for what is left over at the edges; both rest
 * on a tile reading all it needs before it writes any output. Rows beyond the last one
 * are the last one again, and the last vector of a row may overlap the one before it, or
 * be the same, as long as both are in one tile. What is computed twice is the same twice.
 *
 * <p>
 * Columns of the right operand are copied out, a panel at a time, where they do not lie
 * row by row or are too many for the fastest cache (Goto and van de Geijn, 2008, "Anatomy
 * of high-performance matrix multiplication"). Holds the room for that and the operands
 * of the product at work; confined to one thread.
 */
final class VectorProduct {

	private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

	private static final int LENGTH = SPECIES.length();

	/** Rows of a tile. */
	private static final int ROWS = 4;

	/** Columns of a panel. */
	private static final int WIDTH = 3 * LENGTH;

	/** Rows of a panel. */
	private static final int DEPTH = 128;

	/** Multiply-adds from which on copying panels pays. */
	private static final long LARGE = 64 * 64 * 64;

	private final double[] copiedPanel = new double[DEPTH * WIDTH];

	/** Part of the transposed output of a product with few columns. */
	private final double[] transposedSum = new double[LENGTH * WIDTH];

	private double[] left = copiedPanel;

	private int leftFrom;

	private int leftRowStride;

	private int leftStep;

	private int rows;

	private double[] panel = copiedPanel;

	private int panelFrom;

	private int panelStep;

	private int depth;

	/** What the sums of each row begin with, unless they go on from what is there. */
	private double[] offsets = transposedSum;

	private int offsetsFrom;

	private int offsetsStride;

	private boolean startsAfresh;

	private double[] sum = transposedSum;

	private int sumFrom;

	private int sumRowStride;

	/**
	 * {@code C = S + A B} for a C with at least as many columns as a vector has lanes.
	 * @param startColumnStride of S: 0 if all its columns are the same
	 */
	void add(Matrix s, int startColumnStride, Matrix a, Matrix b, Matrix c) {
		boolean direct = b.columnStride() == 1 && (long) c.rows() * c.columns() * a.columns() < LARGE;
		rows = c.rows();
		sum = c.values();
		sumRowStride = c.rowStride();
		setOffsets(s);
		for (int k = 0; k < a.columns(); k += depth) {
			depth = direct ? a.columns() : Math.min(DEPTH, a.columns() - k);
			setLeft(a.values(), a.from() + k * a.columnStride(), a.rowStride(), a.columnStride());
			for (int j = 0; j < c.columns(); j += width(c.columns() - j)) {
				int width = width(c.columns() - j);
				int from = b.from() + k * b.rowStride() + j * b.columnStride();
				if (direct) {
					setPanel(b.values(), from, b.rowStride());
				}
				else {
					copyPanel(b.values(), from, b.rowStride(), b.columnStride(), width);
				}
				sumFrom = c.from() + j;
				startsAfresh = k == 0 && startColumnStride == 0;
				addTiles(width);
			}
		}
		forgetOperands();
	}

	/**
	 * The same for a C with fewer columns but as many rows, the other way round:
	 * {@code C^T = S^T + B^T A^T}.
	 */
	void addTransposed(Matrix s, int startColumnStride, Matrix a, Matrix b, Matrix c) {
		rows = c.columns();
		sum = transposedSum;
		sumFrom = 0;
		sumRowStride = WIDTH;
		startsAfresh = false;
		for (int i = 0; i < c.rows(); i += width(c.rows() - i)) {
			int width = width(c.rows() - i);
			for (int j = 0; j < rows; j++) {
				int from = s.from() + i * s.rowStride() + j * startColumnStride;
				for (int w = 0; w < width; w++) {
					sum[j * WIDTH + w] = s.values()[from + w * s.rowStride()];
				}
			}
			for (int k = 0; k < a.columns(); k += depth) {
				depth = Math.min(DEPTH, a.columns() - k);
				setLeft(b.values(), b.from() + k * b.rowStride(), b.columnStride(), b.rowStride());
				copyPanel(a.values(), a.from() + i * a.rowStride() + k * a.columnStride(), a.columnStride(),
						a.rowStride(), width);
				addTiles(width);
			}
			for (int j = 0; j < rows; j++) {
				int to = c.from() + i * c.rowStride() + j;
				for (int w = 0; w < width; w++) {
					c.values()[to + w * c.rowStride()] = sum[j * WIDTH + w];
				}
			}
		}
		forgetOperands();
	}

	/** The thread lives longer than what it multiplies. */
	private void forgetOperands() {
		left = copiedPanel;
		panel = copiedPanel;
		offsets = transposedSum;
		sum = transposedSum;
	}

	/**
	 * How many columns to take next: three vectors, or two if one would be left over.
	 * @param columns that are left
	 */
	private static int width(int columns) {
		int vectors = (columns + LENGTH - 1) / LENGTH;
		return Math.min(columns, ((vectors % 3 == 0) ? 3 : Math.min(vectors, 2)) * LENGTH);
	}

	private void setLeft(double[] values, int from, int rowStride, int columnStride) {
		left = values;
		leftFrom = from;
		leftRowStride = rowStride;
		leftStep = columnStride;
	}

	private void setOffsets(Matrix values) {
		offsets = values.values();
		offsetsFrom = values.from();
		offsetsStride = values.rowStride();
	}

	private void setPanel(double[] values, int from, int rowStride) {
		panel = values;
		panelFrom = from;
		panelStep = rowStride;
	}

	private void copyPanel(double[] values, int from, int rowStride, int columnStride, int width) {
		setPanel(copiedPanel, 0, WIDTH);
		if (columnStride == 1) {
			for (int k = 0; k < depth; k++) {
				System.arraycopy(values, from + k * rowStride, copiedPanel, k * WIDTH, width);
			}
			return;
		}
		for (int j = 0; j < width; j++) {
			copyColumn(values, from + j * columnStride, copiedPanel, j, depth);
		}
	}

	/** Columns of what is not row by row lie in one piece. */
	private static void copyColumn(double[] values, int from, double[] panel, int to, int depth) {
		for (int k = 0; k < depth; k++) {
			panel[k * WIDTH + to] = values[from + k];
		}
	}

	/** Adds to as many columns as a panel is wide. */
	private void addTiles(int width) {
		for (int i = 0; i < rows; i += ROWS) {
			if (width > 2 * LENGTH) {
				addTileOfThree(i, width - LENGTH);
			}
			else {
				addTileOfTwo(i, width - LENGTH);
			}
		}
	}

	/**
	 * Adds to two vectors in each of four rows.
	 * @param i the first row
	 * @param last where in a row of the panel the last vector begins
	 */
	private void addTileOfTwo(int i, int last) {
		int i1 = Math.min(i + 1, rows - 1);
		int i2 = Math.min(i + 2, rows - 1);
		int i3 = Math.min(i + 3, rows - 1);
		double[] a = left;
		int a0 = leftFrom + i * leftRowStride;
		int a1 = leftFrom + i1 * leftRowStride;
		int a2 = leftFrom + i2 * leftRowStride;
		int a3 = leftFrom + i3 * leftRowStride;
		int aStep = leftStep;
		double[] b = panel;
		int b0 = panelFrom;
		int b1 = panelFrom + last;
		int bStep = panelStep;
		double[] c = sum;
		int c0 = sumFrom + i * sumRowStride;
		int c1 = sumFrom + i1 * sumRowStride;
		int c2 = sumFrom + i2 * sumRowStride;
		int c3 = sumFrom + i3 * sumRowStride;
		boolean afresh = startsAfresh;
		var mask = SPECIES.maskAll(afresh);
		double[] s = offsets;
		var s0 = DoubleVector.broadcast(SPECIES, afresh ? s[offsetsFrom + i * offsetsStride] : 0);
		var s1 = DoubleVector.broadcast(SPECIES, afresh ? s[offsetsFrom + i1 * offsetsStride] : 0);
		var s2 = DoubleVector.broadcast(SPECIES, afresh ? s[offsetsFrom + i2 * offsetsStride] : 0);
		var s3 = DoubleVector.broadcast(SPECIES, afresh ? s[offsetsFrom + i3 * offsetsStride] : 0);
		var c00 = DoubleVector.fromArray(SPECIES, c, c0).blend(s0, mask);
		var c01 = DoubleVector.fromArray(SPECIES, c, c0 + last).blend(s0, mask);
		var c10 = DoubleVector.fromArray(SPECIES, c, c1).blend(s1, mask);
		var c11 = DoubleVector.fromArray(SPECIES, c, c1 + last).blend(s1, mask);
		var c20 = DoubleVector.fromArray(SPECIES, c, c2).blend(s2, mask);
		var c21 = DoubleVector.fromArray(SPECIES, c, c2 + last).blend(s2, mask);
		var c30 = DoubleVector.fromArray(SPECIES, c, c3).blend(s3, mask);
		var c31 = DoubleVector.fromArray(SPECIES, c, c3 + last).blend(s3, mask);
		int count = depth;
		for (int k = 0; k < count; k++) {
			var bk0 = DoubleVector.fromArray(SPECIES, b, b0 + k * bStep);
			var bk1 = DoubleVector.fromArray(SPECIES, b, b1 + k * bStep);
			var x = DoubleVector.broadcast(SPECIES, a[a0 + k * aStep]);
			c00 = x.fma(bk0, c00);
			c01 = x.fma(bk1, c01);
			x = DoubleVector.broadcast(SPECIES, a[a1 + k * aStep]);
			c10 = x.fma(bk0, c10);
			c11 = x.fma(bk1, c11);
			x = DoubleVector.broadcast(SPECIES, a[a2 + k * aStep]);
			c20 = x.fma(bk0, c20);
			c21 = x.fma(bk1, c21);
			x = DoubleVector.broadcast(SPECIES, a[a3 + k * aStep]);
			c30 = x.fma(bk0, c30);
			c31 = x.fma(bk1, c31);
		}
		c00.intoArray(c, c0);
		c01.intoArray(c, c0 + last);
		c10.intoArray(c, c1);
		c11.intoArray(c, c1 + last);
		c20.intoArray(c, c2);
		c21.intoArray(c, c2 + last);
		c30.intoArray(c, c3);
		c31.intoArray(c, c3 + last);
	}

	/**
	 * Adds to three vectors in each of four rows.
	 * @param i the first row
	 * @param last where in a row of the panel the last vector begins
	 */
	private void addTileOfThree(int i, int last) {
		int i1 = Math.min(i + 1, rows - 1);
		int i2 = Math.min(i + 2, rows - 1);
		int i3 = Math.min(i + 3, rows - 1);
		double[] a = left;
		int a0 = leftFrom + i * leftRowStride;
		int a1 = leftFrom + i1 * leftRowStride;
		int a2 = leftFrom + i2 * leftRowStride;
		int a3 = leftFrom + i3 * leftRowStride;
		int aStep = leftStep;
		double[] b = panel;
		int b0 = panelFrom;
		int b1 = panelFrom + LENGTH;
		int b2 = panelFrom + last;
		int bStep = panelStep;
		double[] c = sum;
		int c0 = sumFrom + i * sumRowStride;
		int c1 = sumFrom + i1 * sumRowStride;
		int c2 = sumFrom + i2 * sumRowStride;
		int c3 = sumFrom + i3 * sumRowStride;
		boolean afresh = startsAfresh;
		var mask = SPECIES.maskAll(afresh);
		double[] s = offsets;
		var s0 = DoubleVector.broadcast(SPECIES, afresh ? s[offsetsFrom + i * offsetsStride] : 0);
		var s1 = DoubleVector.broadcast(SPECIES, afresh ? s[offsetsFrom + i1 * offsetsStride] : 0);
		var s2 = DoubleVector.broadcast(SPECIES, afresh ? s[offsetsFrom + i2 * offsetsStride] : 0);
		var s3 = DoubleVector.broadcast(SPECIES, afresh ? s[offsetsFrom + i3 * offsetsStride] : 0);
		var c00 = DoubleVector.fromArray(SPECIES, c, c0).blend(s0, mask);
		var c01 = DoubleVector.fromArray(SPECIES, c, c0 + LENGTH).blend(s0, mask);
		var c02 = DoubleVector.fromArray(SPECIES, c, c0 + last).blend(s0, mask);
		var c10 = DoubleVector.fromArray(SPECIES, c, c1).blend(s1, mask);
		var c11 = DoubleVector.fromArray(SPECIES, c, c1 + LENGTH).blend(s1, mask);
		var c12 = DoubleVector.fromArray(SPECIES, c, c1 + last).blend(s1, mask);
		var c20 = DoubleVector.fromArray(SPECIES, c, c2).blend(s2, mask);
		var c21 = DoubleVector.fromArray(SPECIES, c, c2 + LENGTH).blend(s2, mask);
		var c22 = DoubleVector.fromArray(SPECIES, c, c2 + last).blend(s2, mask);
		var c30 = DoubleVector.fromArray(SPECIES, c, c3).blend(s3, mask);
		var c31 = DoubleVector.fromArray(SPECIES, c, c3 + LENGTH).blend(s3, mask);
		var c32 = DoubleVector.fromArray(SPECIES, c, c3 + last).blend(s3, mask);
		int count = depth;
		for (int k = 0; k < count; k++) {
			var bk0 = DoubleVector.fromArray(SPECIES, b, b0 + k * bStep);
			var bk1 = DoubleVector.fromArray(SPECIES, b, b1 + k * bStep);
			var bk2 = DoubleVector.fromArray(SPECIES, b, b2 + k * bStep);
			var x = DoubleVector.broadcast(SPECIES, a[a0 + k * aStep]);
			c00 = x.fma(bk0, c00);
			c01 = x.fma(bk1, c01);
			c02 = x.fma(bk2, c02);
			x = DoubleVector.broadcast(SPECIES, a[a1 + k * aStep]);
			c10 = x.fma(bk0, c10);
			c11 = x.fma(bk1, c11);
			c12 = x.fma(bk2, c12);
			x = DoubleVector.broadcast(SPECIES, a[a2 + k * aStep]);
			c20 = x.fma(bk0, c20);
			c21 = x.fma(bk1, c21);
			c22 = x.fma(bk2, c22);
			x = DoubleVector.broadcast(SPECIES, a[a3 + k * aStep]);
			c30 = x.fma(bk0, c30);
			c31 = x.fma(bk1, c31);
			c32 = x.fma(bk2, c32);
		}
		c00.intoArray(c, c0);
		c01.intoArray(c, c0 + LENGTH);
		c02.intoArray(c, c0 + last);
		c10.intoArray(c, c1);
		c11.intoArray(c, c1 + LENGTH);
		c12.intoArray(c, c1 + last);
		c20.intoArray(c, c2);
		c21.intoArray(c, c2 + LENGTH);
		c22.intoArray(c, c2 + last);
		c30.intoArray(c, c3);
		c31.intoArray(c, c3 + LENGTH);
		c32.intoArray(c, c3 + last);
	}

}
