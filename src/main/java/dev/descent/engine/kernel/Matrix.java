package dev.descent.engine.kernel;

/**
 * A rectangular view of an array: element (i, j) is
 * {@code values[from + i * rowStride + j * columnStride]}. Views are made once and
 * reused; they never copy.
 */
public final class Matrix {

	/** A zero for every row and column. */
	static final Matrix ZERO = new Matrix(new double[1], 0, 1, 1, 0, 0);

	private final double[] values;

	private final int from;

	private final int rows;

	private final int columns;

	private final int rowStride;

	private final int columnStride;

	private Matrix(double[] values, int from, int rows, int columns, int rowStride, int columnStride) {
		this.values = values;
		this.from = from;
		this.rows = rows;
		this.columns = columns;
		this.rowStride = rowStride;
		this.columnStride = columnStride;
	}

	/** A new matrix of zeros that owns its array, row by row from index 0. */
	public static Matrix zeros(int rows, int columns) {
		return rowMajor(new double[rows * columns], 0, rows, columns);
	}

	/** Views part of an array row by row. */
	public static Matrix rowMajor(double[] values, int from, int rows, int columns) {
		if (from < 0 || rows < 0 || columns < 0 || from + (long) rows * columns > values.length) {
			throw new IllegalArgumentException("a %d x %d matrix from %d does not fit into %d values".formatted(rows,
					columns, from, values.length));
		}
		return new Matrix(values, from, rows, columns, columns, 1);
	}

	/** Refuses shapes of which {@code C = A B} cannot be, and a C not row by row. */
	static void requireProduct(Matrix a, Matrix b, Matrix c) {
		if (a.rows != c.rows || a.columns != b.rows || b.columns != c.columns || c.columnStride != 1) {
			throw new IllegalArgumentException("the product of a %s and a %s is not a %s".formatted(a, b, c));
		}
	}

	/** The same values with rows and columns exchanged. */
	public Matrix transposed() {
		return new Matrix(values, from, columns, rows, columnStride, rowStride);
	}

	/** The array behind the view; not a copy. */
	public double[] values() {
		return values;
	}

	public int from() {
		return from;
	}

	public int rows() {
		return rows;
	}

	public int columns() {
		return columns;
	}

	public int rowStride() {
		return rowStride;
	}

	public int columnStride() {
		return columnStride;
	}

	@Override
	public String toString() {
		return rows + " x " + columns + " matrix";
	}

}
