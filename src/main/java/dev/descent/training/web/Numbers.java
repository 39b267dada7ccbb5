package dev.descent.training.web;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** JSON has no NaN: what does not exist is null. */
public final class Numbers {

	private Numbers() {
	}

	public static @Nullable Double orNull(double value) {
		return Double.isFinite(value) ? (Double) value : null;
	}

	/** The values, or null if none exists. */
	public static @Nullable List<@Nullable Double> orNull(double[] values) {
		if (Arrays.stream(values).noneMatch(Double::isFinite)) {
			return null;
		}
		return Arrays.stream(values).<@Nullable Double>mapToObj(Numbers::orNull).toList();
	}

	/** For a figure, which has gaps there. */
	public static double[] orNaN(List<@Nullable Double> values) {
		return values.stream().mapToDouble((value) -> (value != null) ? value : Double.NaN).toArray();
	}

}
