package dev.descent.dataset;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Shares a whole number out by the method of the largest remainder (Hare and Niemeyer):
 * everybody gets the integer part of the due share, and what is left goes to the largest
 * remainders, the first of equals first.
 */
public final class Apportionment {

	private Apportionment() {
	}

	/**
	 * Parts that add up to the total, each less than one away from its due share.
	 * @param shares not negative, with a positive sum; only their ratios matter
	 */
	public static int[] of(int total, double[] shares) {
		double sum = 0;
		for (double share : shares) {
			sum += share;
		}
		int[] parts = new int[shares.length];
		double[] remainders = new double[shares.length];
		int left = total;
		for (int i = 0; i < shares.length; i++) {
			double due = total * (shares[i] / sum);
			parts[i] = (int) due;
			remainders[i] = due - parts[i];
			left -= parts[i];
		}
		IntStream.range(0, shares.length)
			.boxed()
			.sorted(Comparator.comparingDouble((i) -> -remainders[i]))
			.limit(left)
			.forEach((i) -> parts[i]++);
		return parts;
	}

}
