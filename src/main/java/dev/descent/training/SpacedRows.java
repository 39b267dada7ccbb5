package dev.descent.training;

import java.util.Arrays;

import dev.descent.limits.WorkingMemory;

/**
 * A row of numbers for each evaluation, in the order of time. When it is full, every
 * second row is dropped and only every second one kept from then on; the latest is always
 * there.
 */
final class SpacedRows {

	private final int limit;

	private final int width;

	private final int expected;

	private double[] rows = {};

	/** How many rows are kept; the latest stands behind them if it is not. */
	private int size;

	private boolean latestIsKept;

	private long evaluations;

	private int stride = 1;

	/**
	 * A copy of what is kept.
	 *
	 * @param rows one after the other
	 * @param width numbers of a row
	 * @param stride evaluations from one row to the next
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Copy(double[] rows, int width, int stride) {

		int size() {
			return rows.length / width;
		}

		double[] column(int index) {
			double[] column = new double[size()];
			Arrays.setAll(column, (i) -> rows[i * width + index]);
			return column;
		}

	}

	/**
	 * @param limit how many to keep at most, an even number
	 * @param width numbers of a row
	 * @param expected how many there may well be, for which room is made at first
	 */
	SpacedRows(int limit, int width, int expected) {
		this.limit = limit;
		this.width = width;
		this.expected = Math.min(limit, expected);
	}

	/** A copy of the beginning: what the first evaluations left. */
	SpacedRows upTo(long evaluations) {
		var copy = new SpacedRows(limit, width, expected);
		copy.rows = rows.clone();
		copy.stride = stride;
		copy.evaluations = Math.min(evaluations, this.evaluations);
		copy.size = (int) Math.ceilDiv(copy.evaluations, (long) stride);
		copy.latestIsKept = (copy.evaluations - 1) % stride == 0 || copy.evaluations < this.evaluations;
		return copy;
	}

	/**
	 * Begins the row of the next evaluation.
	 * @return where in {@link #values} it is to be written
	 */
	int next() {
		if (size == limit) {
			thin();
		}
		if (size * width == rows.length) {
			rows = Arrays.copyOf(rows, Math.max(expected * width, 2 * rows.length));
		}
		int at = size * width;
		latestIsKept = evaluations % stride == 0;
		size += latestIsKept ? 1 : 0;
		evaluations++;
		return at;
	}

	private void thin() {
		size /= 2;
		stride *= 2;
		for (int i = 0; i < size; i++) {
			System.arraycopy(rows, 2 * i * width, rows, i * width, width);
		}
	}

	/** The numbers themselves, until the next row begins; not a copy. */
	double[] values() {
		return rows;
	}

	/** Where the latest row stands; there must be one. */
	int latest() {
		return (length() - 1) * width;
	}

	/** Numbers of a row. */
	int width() {
		return width;
	}

	long evaluations() {
		return evaluations;
	}

	/** With the columns that are made of it. */
	Copy copy() {
		WorkingMemory.borrow(3L * Double.BYTES * length() * width);
		return new Copy(Arrays.copyOf(rows, length() * width), width, stride);
	}

	/** How many rows there are, the latest included. */
	int length() {
		return (latestIsKept || evaluations == 0) ? size : size + 1;
	}

	/** The memory that so many evaluations take. */
	static long bytes(int limit, int width, long evaluations) {
		return Math.min(evaluations, limit) * width * Double.BYTES;
	}

	/** The memory it takes. */
	long bytes() {
		return (long) Double.BYTES * rows.length;
	}

}
