package dev.descent.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inmost loops of the matrix product, on tiles of outputs that stay in registers:
 * four rows of two, three or four vectors. Two devices spare all code for what is left
 * over at the edges; both rest on a tile reading all it needs before it writes any
 * output. Rows beyond the last one are the last one again, and the last vector of a row
 * may overlap the one before it, or be the same. What is computed twice is the same
 * twice.
 *
 * <p>
 * Holds where the operands lie, but not their arrays: keeping a reference costs more than
 * a small tile, because the garbage collector has to be told. Confined to one thread.
 */
final class VectorTile {

	private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

	static final int LENGTH = SPECIES.length();

	/**
	 * Vectors in a row; processors with vectors of 256 bits have too few registers for
	 * four.
	 */
	private static final int VECTORS = (LENGTH < 8) ? 3 : 4;

	/** Columns at most. */
	static final int WIDTH = VECTORS * LENGTH;

	private static final int ROWS = 4;

	private int leftFrom;

	private int leftRowStride;

	private int leftStep;

	private int panelFrom;

	private int panelStep;

	private int depth;

	private int offsetsFrom;

	private int offsetsStride;

	private boolean startsAfresh;

	private int sumFrom;

	private int sumRowStride;

	private int rows;

	/**
	 * How many columns to take next: all vectors that fit, but never so many that one is
	 * left over.
	 * @param columns that are left
	 */
	static int width(int columns) {
		int vectors = (columns + LENGTH - 1) / LENGTH;
		int next = Math.min(vectors, VECTORS);
		return Math.min(columns, ((vectors - next == 1) ? next - 1 : next) * LENGTH);
	}

	/** The left operand from its first row and an inner index on. */
	void setLeft(int from, int rowStride, int step) {
		leftFrom = from;
		leftRowStride = rowStride;
		leftStep = step;
	}

	/** Columns of the right operand from an inner index on, each row in one piece. */
	void setPanel(int from, int step, int depth) {
		panelFrom = from;
		panelStep = step;
		this.depth = depth;
	}

	/** One number for each row of the output. */
	void setOffsets(int from, int stride) {
		offsetsFrom = from;
		offsetsStride = stride;
	}

	/**
	 * The output, each row in one piece.
	 * @param afresh whether to begin with the offsets rather than with what is there
	 */
	void setSum(int from, int rowStride, int rows, boolean afresh) {
		sumFrom = from;
		sumRowStride = rowStride;
		this.rows = rows;
		startsAfresh = afresh;
	}

	/**
	 * Adds the product to all rows.
	 * @param width how many columns, as {@link #width} says
	 */
	void add(double[] left, double[] panel, double[] offsets, double[] sum, int width) {
		int last = width - LENGTH;
		for (int i = 0; i < rows; i += ROWS) {
			if (width > 3 * LENGTH) {
				addToFour(left, panel, offsets, sum, i, last);
			}
			else if (width > 2 * LENGTH || !startsAfresh) {
				addToThree(left, panel, offsets, sum, i, last);
			}
			else {
				startTwo(left, panel, offsets, sum, i, last);
			}
		}
	}

	/**
	 * Begins two vectors in each of four rows. Sums that go on are left to
	 * {@link #addToThree}, which takes longer to begin.
	 * @param i the first row
	 * @param last where in a row of the panel the last vector begins
	 */
	private void startTwo(double[] left, double[] panel, double[] offsets, double[] sum, int i, int last) {
		int i1 = Math.min(i + 1, rows - 1);
		int i2 = Math.min(i + 2, rows - 1);
		int i3 = Math.min(i + 3, rows - 1);
		int a0 = leftFrom + i * leftRowStride;
		int a1 = leftFrom + i1 * leftRowStride;
		int a2 = leftFrom + i2 * leftRowStride;
		int a3 = leftFrom + i3 * leftRowStride;
		int aStep = leftStep;
		int b0 = panelFrom;
		int b1 = panelFrom + last;
		int bStep = panelStep;
		int c0 = sumFrom + i * sumRowStride;
		int c1 = sumFrom + i1 * sumRowStride;
		int c2 = sumFrom + i2 * sumRowStride;
		int c3 = sumFrom + i3 * sumRowStride;
		double s0 = offsets[offsetsFrom + i * offsetsStride];
		double s1 = offsets[offsetsFrom + i1 * offsetsStride];
		double s2 = offsets[offsetsFrom + i2 * offsetsStride];
		double s3 = offsets[offsetsFrom + i3 * offsetsStride];
		var c00 = DoubleVector.broadcast(SPECIES, s0);
		var c01 = DoubleVector.broadcast(SPECIES, s0);
		var c10 = DoubleVector.broadcast(SPECIES, s1);
		var c11 = DoubleVector.broadcast(SPECIES, s1);
		var c20 = DoubleVector.broadcast(SPECIES, s2);
		var c21 = DoubleVector.broadcast(SPECIES, s2);
		var c30 = DoubleVector.broadcast(SPECIES, s3);
		var c31 = DoubleVector.broadcast(SPECIES, s3);
		int count = depth;
		for (int k = 0; k < count; k++) {
			var bk0 = DoubleVector.fromArray(SPECIES, panel, b0 + k * bStep);
			var bk1 = DoubleVector.fromArray(SPECIES, panel, b1 + k * bStep);
			var x = DoubleVector.broadcast(SPECIES, left[a0 + k * aStep]);
			c00 = x.fma(bk0, c00);
			c01 = x.fma(bk1, c01);
			x = DoubleVector.broadcast(SPECIES, left[a1 + k * aStep]);
			c10 = x.fma(bk0, c10);
			c11 = x.fma(bk1, c11);
			x = DoubleVector.broadcast(SPECIES, left[a2 + k * aStep]);
			c20 = x.fma(bk0, c20);
			c21 = x.fma(bk1, c21);
			x = DoubleVector.broadcast(SPECIES, left[a3 + k * aStep]);
			c30 = x.fma(bk0, c30);
			c31 = x.fma(bk1, c31);
		}
		c00.intoArray(sum, c0);
		c01.intoArray(sum, c0 + last);
		c10.intoArray(sum, c1);
		c11.intoArray(sum, c1 + last);
		c20.intoArray(sum, c2);
		c21.intoArray(sum, c2 + last);
		c30.intoArray(sum, c3);
		c31.intoArray(sum, c3 + last);
	}

	/**
	 * Adds to three vectors in each of four rows.
	 * @param i the first row
	 * @param last where in a row of the panel the last vector begins
	 */
	private void addToThree(double[] left, double[] panel, double[] offsets, double[] sum, int i, int last) {
		int middle = Math.min(LENGTH, last);
		int i1 = Math.min(i + 1, rows - 1);
		int i2 = Math.min(i + 2, rows - 1);
		int i3 = Math.min(i + 3, rows - 1);
		int a0 = leftFrom + i * leftRowStride;
		int a1 = leftFrom + i1 * leftRowStride;
		int a2 = leftFrom + i2 * leftRowStride;
		int a3 = leftFrom + i3 * leftRowStride;
		int aStep = leftStep;
		int b0 = panelFrom;
		int b1 = panelFrom + middle;
		int b2 = panelFrom + last;
		int bStep = panelStep;
		int c0 = sumFrom + i * sumRowStride;
		int c1 = sumFrom + i1 * sumRowStride;
		int c2 = sumFrom + i2 * sumRowStride;
		int c3 = sumFrom + i3 * sumRowStride;
		boolean afresh = startsAfresh;
		var mask = SPECIES.maskAll(afresh);
		var s0 = DoubleVector.broadcast(SPECIES, afresh ? offsets[offsetsFrom + i * offsetsStride] : 0);
		var s1 = DoubleVector.broadcast(SPECIES, afresh ? offsets[offsetsFrom + i1 * offsetsStride] : 0);
		var s2 = DoubleVector.broadcast(SPECIES, afresh ? offsets[offsetsFrom + i2 * offsetsStride] : 0);
		var s3 = DoubleVector.broadcast(SPECIES, afresh ? offsets[offsetsFrom + i3 * offsetsStride] : 0);
		var c00 = DoubleVector.fromArray(SPECIES, sum, c0).blend(s0, mask);
		var c01 = DoubleVector.fromArray(SPECIES, sum, c0 + middle).blend(s0, mask);
		var c02 = DoubleVector.fromArray(SPECIES, sum, c0 + last).blend(s0, mask);
		var c10 = DoubleVector.fromArray(SPECIES, sum, c1).blend(s1, mask);
		var c11 = DoubleVector.fromArray(SPECIES, sum, c1 + middle).blend(s1, mask);
		var c12 = DoubleVector.fromArray(SPECIES, sum, c1 + last).blend(s1, mask);
		var c20 = DoubleVector.fromArray(SPECIES, sum, c2).blend(s2, mask);
		var c21 = DoubleVector.fromArray(SPECIES, sum, c2 + middle).blend(s2, mask);
		var c22 = DoubleVector.fromArray(SPECIES, sum, c2 + last).blend(s2, mask);
		var c30 = DoubleVector.fromArray(SPECIES, sum, c3).blend(s3, mask);
		var c31 = DoubleVector.fromArray(SPECIES, sum, c3 + middle).blend(s3, mask);
		var c32 = DoubleVector.fromArray(SPECIES, sum, c3 + last).blend(s3, mask);
		int count = depth;
		for (int k = 0; k < count; k++) {
			var bk0 = DoubleVector.fromArray(SPECIES, panel, b0 + k * bStep);
			var bk1 = DoubleVector.fromArray(SPECIES, panel, b1 + k * bStep);
			var bk2 = DoubleVector.fromArray(SPECIES, panel, b2 + k * bStep);
			var x = DoubleVector.broadcast(SPECIES, left[a0 + k * aStep]);
			c00 = x.fma(bk0, c00);
			c01 = x.fma(bk1, c01);
			c02 = x.fma(bk2, c02);
			x = DoubleVector.broadcast(SPECIES, left[a1 + k * aStep]);
			c10 = x.fma(bk0, c10);
			c11 = x.fma(bk1, c11);
			c12 = x.fma(bk2, c12);
			x = DoubleVector.broadcast(SPECIES, left[a2 + k * aStep]);
			c20 = x.fma(bk0, c20);
			c21 = x.fma(bk1, c21);
			c22 = x.fma(bk2, c22);
			x = DoubleVector.broadcast(SPECIES, left[a3 + k * aStep]);
			c30 = x.fma(bk0, c30);
			c31 = x.fma(bk1, c31);
			c32 = x.fma(bk2, c32);
		}
		c00.intoArray(sum, c0);
		c01.intoArray(sum, c0 + middle);
		c02.intoArray(sum, c0 + last);
		c10.intoArray(sum, c1);
		c11.intoArray(sum, c1 + middle);
		c12.intoArray(sum, c1 + last);
		c20.intoArray(sum, c2);
		c21.intoArray(sum, c2 + middle);
		c22.intoArray(sum, c2 + last);
		c30.intoArray(sum, c3);
		c31.intoArray(sum, c3 + middle);
		c32.intoArray(sum, c3 + last);
	}

	/**
	 * Adds to four vectors in each of four rows.
	 * @param i the first row
	 * @param last where in a row of the panel the last vector begins
	 */
	private void addToFour(double[] left, double[] panel, double[] offsets, double[] sum, int i, int last) {
		int i1 = Math.min(i + 1, rows - 1);
		int i2 = Math.min(i + 2, rows - 1);
		int i3 = Math.min(i + 3, rows - 1);
		int a0 = leftFrom + i * leftRowStride;
		int a1 = leftFrom + i1 * leftRowStride;
		int a2 = leftFrom + i2 * leftRowStride;
		int a3 = leftFrom + i3 * leftRowStride;
		int aStep = leftStep;
		int b0 = panelFrom;
		int b1 = panelFrom + LENGTH;
		int b2 = panelFrom + 2 * LENGTH;
		int b3 = panelFrom + last;
		int bStep = panelStep;
		int c0 = sumFrom + i * sumRowStride;
		int c1 = sumFrom + i1 * sumRowStride;
		int c2 = sumFrom + i2 * sumRowStride;
		int c3 = sumFrom + i3 * sumRowStride;
		boolean afresh = startsAfresh;
		var mask = SPECIES.maskAll(afresh);
		var s0 = DoubleVector.broadcast(SPECIES, afresh ? offsets[offsetsFrom + i * offsetsStride] : 0);
		var s1 = DoubleVector.broadcast(SPECIES, afresh ? offsets[offsetsFrom + i1 * offsetsStride] : 0);
		var s2 = DoubleVector.broadcast(SPECIES, afresh ? offsets[offsetsFrom + i2 * offsetsStride] : 0);
		var s3 = DoubleVector.broadcast(SPECIES, afresh ? offsets[offsetsFrom + i3 * offsetsStride] : 0);
		var c00 = DoubleVector.fromArray(SPECIES, sum, c0).blend(s0, mask);
		var c01 = DoubleVector.fromArray(SPECIES, sum, c0 + LENGTH).blend(s0, mask);
		var c02 = DoubleVector.fromArray(SPECIES, sum, c0 + 2 * LENGTH).blend(s0, mask);
		var c03 = DoubleVector.fromArray(SPECIES, sum, c0 + last).blend(s0, mask);
		var c10 = DoubleVector.fromArray(SPECIES, sum, c1).blend(s1, mask);
		var c11 = DoubleVector.fromArray(SPECIES, sum, c1 + LENGTH).blend(s1, mask);
		var c12 = DoubleVector.fromArray(SPECIES, sum, c1 + 2 * LENGTH).blend(s1, mask);
		var c13 = DoubleVector.fromArray(SPECIES, sum, c1 + last).blend(s1, mask);
		var c20 = DoubleVector.fromArray(SPECIES, sum, c2).blend(s2, mask);
		var c21 = DoubleVector.fromArray(SPECIES, sum, c2 + LENGTH).blend(s2, mask);
		var c22 = DoubleVector.fromArray(SPECIES, sum, c2 + 2 * LENGTH).blend(s2, mask);
		var c23 = DoubleVector.fromArray(SPECIES, sum, c2 + last).blend(s2, mask);
		var c30 = DoubleVector.fromArray(SPECIES, sum, c3).blend(s3, mask);
		var c31 = DoubleVector.fromArray(SPECIES, sum, c3 + LENGTH).blend(s3, mask);
		var c32 = DoubleVector.fromArray(SPECIES, sum, c3 + 2 * LENGTH).blend(s3, mask);
		var c33 = DoubleVector.fromArray(SPECIES, sum, c3 + last).blend(s3, mask);
		int count = depth;
		for (int k = 0; k < count; k++) {
			var bk0 = DoubleVector.fromArray(SPECIES, panel, b0 + k * bStep);
			var bk1 = DoubleVector.fromArray(SPECIES, panel, b1 + k * bStep);
			var bk2 = DoubleVector.fromArray(SPECIES, panel, b2 + k * bStep);
			var bk3 = DoubleVector.fromArray(SPECIES, panel, b3 + k * bStep);
			var x = DoubleVector.broadcast(SPECIES, left[a0 + k * aStep]);
			c00 = x.fma(bk0, c00);
			c01 = x.fma(bk1, c01);
			c02 = x.fma(bk2, c02);
			c03 = x.fma(bk3, c03);
			x = DoubleVector.broadcast(SPECIES, left[a1 + k * aStep]);
			c10 = x.fma(bk0, c10);
			c11 = x.fma(bk1, c11);
			c12 = x.fma(bk2, c12);
			c13 = x.fma(bk3, c13);
			x = DoubleVector.broadcast(SPECIES, left[a2 + k * aStep]);
			c20 = x.fma(bk0, c20);
			c21 = x.fma(bk1, c21);
			c22 = x.fma(bk2, c22);
			c23 = x.fma(bk3, c23);
			x = DoubleVector.broadcast(SPECIES, left[a3 + k * aStep]);
			c30 = x.fma(bk0, c30);
			c31 = x.fma(bk1, c31);
			c32 = x.fma(bk2, c32);
			c33 = x.fma(bk3, c33);
		}
		c00.intoArray(sum, c0);
		c01.intoArray(sum, c0 + LENGTH);
		c02.intoArray(sum, c0 + 2 * LENGTH);
		c03.intoArray(sum, c0 + last);
		c10.intoArray(sum, c1);
		c11.intoArray(sum, c1 + LENGTH);
		c12.intoArray(sum, c1 + 2 * LENGTH);
		c13.intoArray(sum, c1 + last);
		c20.intoArray(sum, c2);
		c21.intoArray(sum, c2 + LENGTH);
		c22.intoArray(sum, c2 + 2 * LENGTH);
		c23.intoArray(sum, c2 + last);
		c30.intoArray(sum, c3);
		c31.intoArray(sum, c3 + LENGTH);
		c32.intoArray(sum, c3 + 2 * LENGTH);
		c33.intoArray(sum, c3 + last);
	}

}
