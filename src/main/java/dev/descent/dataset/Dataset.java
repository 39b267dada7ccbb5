package dev.descent.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Samples: a row of features each, and a target each. Immutable. */
public final class Dataset {

	/** How many samples a dataset may have. */
	public static final int MOST_SAMPLES = 100_000;

	/** The largest magnitude of a number, so that sums of squares stay finite. */
	public static final double LARGEST = 1e100;

	private static final long BYTES_A_NAME = 64;

	private final List<String> columns;

	private final double[] features;

	private final Targets targets;

	/**
	 * @param features row-major, a row a sample
	 */
	public Dataset(List<String> columns, double[] features, Targets targets) {
		if (features.length != targets.size() * columns.size()) {
			throw new IllegalArgumentException("expected " + targets.size() + " rows of " + columns.size()
					+ " features but got " + features.length + " numbers");
		}
		this.columns = List.copyOf(columns);
		this.features = features.clone();
		this.targets = targets;
	}

	/** The number of samples. */
	public int size() {
		return targets.size();
	}

	/** The names of the features. */
	public List<String> columns() {
		return columns;
	}

	public double feature(int row, int column) {
		return features[row * columns.size() + column];
	}

	/** Writes the features of a sample to {@code into[from]} and what follows. */
	public void copyRow(int row, double[] into, int from) {
		System.arraycopy(features, row * columns.size(), into, from, columns.size());
	}

	public Targets targets() {
		return targets;
	}

	public DatasetShape shape() {
		return DatasetShape.of(size(), columns, targets);
	}

	/** The memory that the numbers and the names take, about. */
	public long bytes() {
		long names = Stream.concat(columns.stream(), shape().classes().stream())
			.mapToLong((name) -> BYTES_A_NAME + name.length())
			.sum();
		long target = (targets instanceof Labels) ? Integer.BYTES : Double.BYTES;
		return names + (long) Double.BYTES * features.length + target * size();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Dataset that && columns.equals(that.columns) && Arrays.equals(features, that.features)
				&& targets.equals(that.targets);
	}

	@Override
	public int hashCode() {
		return 31 * (31 * columns.hashCode() + Arrays.hashCode(features)) + targets.hashCode();
	}

	@Override
	public String toString() {
		return "Dataset of " + size() + " samples, features " + columns + ", " + targets;
	}

}
