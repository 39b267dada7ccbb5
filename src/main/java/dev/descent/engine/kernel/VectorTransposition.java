package dev.descent.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Copies a matrix with rows and columns exchanged, in blocks of 4 x 4 that are turned in
 * registers. Blocks at the edge overlap those before them: what is copied twice is the
 * same twice.
 */
final class VectorTransposition {

	/** Every SIMD width from 256 bits on has these vectors, too. */
	private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_256;

	private static final boolean AVAILABLE = DoubleVector.SPECIES_PREFERRED.length() >= SPECIES.length();

	private static final int SIDE = 4;

	/** First halves of two vectors, lane by lane in turn. */
	private static final VectorShuffle<Double> LOW = VectorShuffle.makeZip(SPECIES, 0);

	/** Second halves. */
	private static final VectorShuffle<Double> HIGH = VectorShuffle.makeZip(SPECIES, 1);

	private VectorTransposition() {
	}

	/**
	 * {@code y[j + i * step] = x[from + i + j * stride]}.
	 * @param rows of x, j
	 * @param columns of x, i
	 */
	static void transpose(double[] x, int from, int stride, int rows, int columns, double[] y, int step) {
		if (!AVAILABLE || rows < SIDE || columns < SIDE) {
			for (int j = 0; j < rows; j++) {
				copyRow(x, from + j * stride, columns, y, j, step);
			}
			return;
		}
		for (int j = 0; j < rows; j += SIDE) {
			int row = Math.min(j, rows - SIDE);
			for (int i = 0; i < columns; i += SIDE) {
				int column = Math.min(i, columns - SIDE);
				copyBlock(x, from + row * stride + column, stride, y, row + column * step, step);
			}
		}
	}

	private static void copyRow(double[] x, int from, int columns, double[] y, int to, int step) {
		for (int i = 0; i < columns; i++) {
			y[to + i * step] = x[from + i];
		}
	}

	private static void copyBlock(double[] x, int from, int stride, double[] y, int to, int step) {
		var x0 = DoubleVector.fromArray(SPECIES, x, from);
		var x1 = DoubleVector.fromArray(SPECIES, x, from + stride);
		var x2 = DoubleVector.fromArray(SPECIES, x, from + 2 * stride);
		var x3 = DoubleVector.fromArray(SPECIES, x, from + 3 * stride);
		var even0 = x0.rearrange(LOW, x2);
		var even1 = x0.rearrange(HIGH, x2);
		var odd0 = x1.rearrange(LOW, x3);
		var odd1 = x1.rearrange(HIGH, x3);
		even0.rearrange(LOW, odd0).intoArray(y, to);
		even0.rearrange(HIGH, odd0).intoArray(y, to + step);
		even1.rearrange(LOW, odd1).intoArray(y, to + 2 * step);
		even1.rearrange(HIGH, odd1).intoArray(y, to + 3 * step);
	}

}
