package dev.descent.race.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Samples compared each with each, the p-values adjusted together ({@link Holm}).
 *
 * @param pairs (0, 1), (0, 2), (1, 2), (0, 3) and so on: each sample with those before it
 * @param significance the chance, at most, of a difference somewhere where there is none
 */
public record Comparisons(List<Comparison> pairs, double significance) {

	/** With one value alone, none can tell how far such values spread. */
	private static final int FEWEST = 2;

	public Comparisons {
		pairs = List.copyOf(pairs);
	}

	/**
	 * Compares samples of any sizes; one of fewer than two values differs from none.
	 * @throws IllegalArgumentException if a value is NaN
	 */
	public static Comparisons of(List<double[]> samples, double significance) {
		List<RankTest> tests = new ArrayList<>();
		for (int second = 1; second < samples.size(); second++) {
			for (int first = 0; first < second; first++) {
				tests.add(test(samples.get(first), samples.get(second)));
			}
		}
		double[] adjusted = Holm.adjusted(tests.stream().mapToDouble(RankTest::p).toArray());
		List<Comparison> pairs = new ArrayList<>();
		for (int second = 1; second < samples.size(); second++) {
			for (int first = 0; first < second; first++) {
				int place = place(first, second);
				pairs.add(new Comparison(first, second, tests.get(place), adjusted[place]));
			}
		}
		return new Comparisons(pairs, significance);
	}

	private static RankTest test(double[] first, double[] second) {
		var test = RankTest.of(first, second);
		boolean few = Math.min(first.length, second.length) < FEWEST;
		return few ? new RankTest(test.u(), 1, test.superiority()) : test;
	}

	private static int place(int first, int second) {
		return second * (second - 1) / 2 + first;
	}

	/** The comparison of two different samples, in any order. */
	public Comparison between(int a, int b) {
		return pairs.get(place(Math.min(a, b), Math.max(a, b)));
	}

	public boolean areDifferent(int a, int b) {
		return a != b && between(a, b).adjusted() <= significance;
	}

	/** Whether a is significantly lower than b. */
	public boolean isBetter(int a, int b) {
		return areDifferent(a, b) && between(a, b).favors(a);
	}

	/** One more than how many samples are significantly better. */
	public int rank(int sample) {
		long better = pairs.stream()
			.filter((pair) -> (pair.first() == sample && isBetter(pair.second(), sample))
					|| (pair.second() == sample && isBetter(pair.first(), sample)))
			.count();
		return 1 + (int) better;
	}

	/**
	 * The smallest two-sided p-value that samples of such sizes can reach in the exact
	 * test, 2 / C(n + m, n): if even that is above the level, more runs are needed.
	 */
	public static double smallestP(int first, int second) {
		double orders = 1;
		int more = Math.max(first, second);
		for (int i = 1; i <= Math.min(first, second); i++) {
			orders = orders * (more + i) / i;
		}
		return Math.min(1, 2 / orders);
	}

}
