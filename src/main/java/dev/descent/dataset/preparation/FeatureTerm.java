package dev.descent.dataset.preparation;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** One input of a network, computed from a row. Equal if it is the same function. */
sealed interface FeatureTerm {

	/** Its value for the row that begins at {@code row[from]}. */
	double of(double[] row, int from);

	static FeatureTerm product(List<Integer> columns) {
		return new Product(columns.stream().mapToInt(Integer::intValue).sorted().toArray());
	}

	/** A product of columns; a power is a column that stands there repeatedly. */
	final class Product implements FeatureTerm {

		private final int[] columns;

		private Product(int[] columns) {
			this.columns = columns;
		}

		@Override
		public double of(double[] row, int from) {
			double product = row[from + columns[0]];
			for (int i = 1; i < columns.length; i++) {
				product *= row[from + columns[i]];
			}
			return product;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Product that && Arrays.equals(columns, that.columns);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(columns);
		}

	}

	record Sine(int column) implements FeatureTerm {

		@Override
		public double of(double[] row, int from) {
			return StrictMath.sin(row[from + column]);
		}

	}

	record Cosine(int column) implements FeatureTerm {

		@Override
		public double of(double[] row, int from) {
			return StrictMath.cos(row[from + column]);
		}

	}

}
