package dev.descent.dataset;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** What is to be predicted for each sample: its class, or a number. */
public sealed interface Targets permits Labels, Values {

	/** Integers with at most this many distinct values are taken for classes. */
	int MOST_INFERRED_CLASSES = 20;

	int size();

	Task task();

	/**
	 * Numbers as targets. Unless a kind is asked for, they are classes if all are
	 * integers with few distinct values, and values otherwise.
	 */
	static Targets ofNumbers(double[] numbers, @Nullable TargetKind kind) {
		boolean classes = (kind != null) ? kind == TargetKind.CLASSIFICATION : lookLikeClasses(numbers);
		return classes ? Labels.ofNumbers(numbers) : new Values(numbers);
	}

	private static boolean lookLikeClasses(double[] numbers) {
		return Arrays.stream(numbers).allMatch((number) -> number == Math.rint(number))
				&& Arrays.stream(numbers).distinct().limit(MOST_INFERRED_CLASSES + 1).count() <= MOST_INFERRED_CLASSES;
	}

}
