package dev.descent.dataset;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** The targets of a regression: one number a sample. */
public final class Values implements Targets {

	private final double[] values;

	private final boolean nonNegative;

	public Values(double[] values) {
		this.values = values.clone();
		this.nonNegative = Arrays.stream(values).allMatch((value) -> value >= 0);
	}

	/** Whether none is below zero. */
	boolean nonNegative() {
		return nonNegative;
	}

	@Override
	public int size() {
		return values.length;
	}

	@Override
	public Task task() {
		return Task.REGRESSION;
	}

	public double value(int row) {
		return values[row];
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Values that && Arrays.equals(values, that.values);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(values);
	}

	@Override
	public String toString() {
		return values.length + " values";
	}

}
