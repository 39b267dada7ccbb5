package dev.descent.engine.kernel;

/**
 * The matrix product, cut into {@linkplain VectorTile tiles}. Columns of the right
 * operand are copied out, a panel at a time, where they do not lie row by row or are too
 * many for the fastest cache (Goto and van de Geijn, 2008, "Anatomy of high-performance
 * matrix multiplication").
 *
 * <p>
 * Holds the room for that; confined to one thread.
 */
final class VectorProduct {

	/** Columns of a panel. */
	private static final int WIDTH = VectorTile.WIDTH;

	/** Rows of a panel. */
	private static final int DEPTH = 128;

	/** Multiply-adds from which on copying panels pays. */
	private static final long LARGE = 64 * 64 * 64;

	private final VectorTile tile = new VectorTile();

	private final double[] panel = new double[DEPTH * WIDTH];

	/** Part of the transposed output of a product with few columns. */
	private final double[] transposedSum = new double[VectorTile.LENGTH * WIDTH];

	/**
	 * {@code C = S + A B} for a C with at least as many columns as a vector has lanes.
	 * @param startColumnStride of S: 0 if all its columns are the same
	 */
	void add(Matrix s, int startColumnStride, Matrix a, Matrix b, Matrix c) {
		boolean direct = b.columnStride() == 1 && (long) c.rows() * c.columns() * a.columns() < LARGE;
		int slice = direct ? a.columns() : DEPTH;
		tile.setOffsets(s.from(), s.rowStride());
		for (int k = 0; k < a.columns(); k += slice) {
			int depth = Math.min(slice, a.columns() - k);
			tile.setLeft(a.from() + k * a.columnStride(), a.rowStride(), a.columnStride());
			for (int j = 0; j < c.columns(); j += VectorTile.width(c.columns() - j)) {
				int width = VectorTile.width(c.columns() - j);
				int from = b.from() + k * b.rowStride() + j * b.columnStride();
				if (direct) {
					tile.setPanel(from, b.rowStride(), depth);
				}
				else {
					copyPanel(b.values(), from, b.rowStride(), b.columnStride(), depth, width);
				}
				tile.setSum(c.from() + j, c.rowStride(), c.rows(), k == 0 && startColumnStride == 0);
				tile.add(a.values(), direct ? b.values() : panel, s.values(), c.values(), width);
			}
		}
	}

	/**
	 * The same for a C with fewer columns but as many rows, the other way round:
	 * {@code C^T = S^T + B^T A^T}.
	 */
	void addTransposed(Matrix s, int startColumnStride, Matrix a, Matrix b, Matrix c) {
		boolean startsAlike = s.rowStride() == 0 && startColumnStride == 0;
		int rows = c.columns();
		tile.setOffsets(s.from(), 0);
		for (int i = 0; i < c.rows(); i += VectorTile.width(c.rows() - i)) {
			int width = VectorTile.width(c.rows() - i);
			if (!startsAlike) {
				copyStart(s, startColumnStride, i, width, rows);
			}
			for (int k = 0; k < a.columns(); k += DEPTH) {
				int depth = Math.min(DEPTH, a.columns() - k);
				tile.setLeft(b.from() + k * b.rowStride(), b.columnStride(), b.rowStride());
				copyPanel(a.values(), a.from() + i * a.rowStride() + k * a.columnStride(), a.columnStride(),
						a.rowStride(), depth, width);
				tile.setSum(0, WIDTH, rows, k == 0 && startsAlike);
				tile.add(b.values(), panel, s.values(), transposedSum, width);
			}
			for (int j = 0; j < rows; j++) {
				int to = c.from() + i * c.rowStride() + j;
				for (int w = 0; w < width; w++) {
					c.values()[to + w * c.rowStride()] = transposedSum[j * WIDTH + w];
				}
			}
		}
	}

	private void copyStart(Matrix s, int columnStride, int i, int width, int rows) {
		for (int j = 0; j < rows; j++) {
			int from = s.from() + i * s.rowStride() + j * columnStride;
			for (int w = 0; w < width; w++) {
				transposedSum[j * WIDTH + w] = s.values()[from + w * s.rowStride()];
			}
		}
	}

	private void copyPanel(double[] values, int from, int rowStride, int columnStride, int depth, int width) {
		if (columnStride == 1) {
			for (int k = 0; k < depth; k++) {
				System.arraycopy(values, from + k * rowStride, panel, k * WIDTH, width);
			}
		}
		else {
			VectorTransposition.transpose(values, from, columnStride, width, depth, panel, WIDTH);
		}
		tile.setPanel(0, WIDTH, depth);
	}

}
