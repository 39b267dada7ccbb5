package dev.descent.race.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many tests at once: the step-down procedure of Holm (1979, "A simple sequentially
 * rejective multiple test procedure"). The chance of even one false alarm among them
 * stays below the level that the adjusted values are held against.
 */
public final class Holm {

	private Holm() {
	}

	/**
	 * The adjusted p-values, in the order given: the smallest of m times m, the next
	 * times m - 1 and so on, none smaller than the one before and none above 1.
	 * @throws IllegalArgumentException if one is not from 0 to 1
	 */
	public static double[] adjusted(double... p) {
		for (double value : p) {
			if (!(value >= 0 && value <= 1)) {
				throw new IllegalArgumentException("expected p-values from 0 to 1 but got " + value);
			}
		}
		List<Integer> ascending = IntStream.range(0, p.length)
			.boxed()
			.sorted(Comparator.comparingDouble((i) -> p[i]))
			.toList();
		double[] adjusted = new double[p.length];
		double highest = 0;
		int left = p.length;
		for (int i : ascending) {
			highest = Math.max(highest, Math.min(1, left * p[i]));
			adjusted[i] = highest;
			left--;
		}
		return adjusted;
	}

}
