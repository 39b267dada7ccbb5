package dev.descent.dataset.preparation;

import java.util.Arrays;
import java.util.stream.IntStream;

import dev.descent.dataset.Apportionment;
import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.Labels;
import dev.descent.dataset.Targets;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;

/**
 * The rows of a dataset in three parts, each in ascending order. Who goes where is
 * random; how many is not: the sizes of the parts, and of each class in them, are the due
 * shares, rounded by largest remainder. If there are enough rows, two things come before
 * the shares: no part whose fraction is positive is empty, and training has a row of
 * every class, if stratified.
 */
public final class Split {

	private final int[] training;

	private final int[] validation;

	private final int[] test;

	private Split(int[] training, int[] validation, int[] test) {
		this.training = training;
		this.validation = validation;
		this.test = test;
	}

	/**
	 * The split of these targets, always the same for the same specification.
	 * @throws IllegalStateException if the specification has no seed
	 */
	public static Split of(Targets targets, SplitSpecification specification) {
		Long seed = specification.seed();
		if (seed == null) {
			throw new IllegalStateException("a split needs a seed");
		}
		int rows = targets.size();
		int[] strata = new int[rows];
		int[] sizes = { rows };
		if (specification.stratified() && targets instanceof Labels labels) {
			Arrays.setAll(strata, labels::label);
			sizes = labels.counts();
		}
		int[] parts = sizes(rows, Arrays.stream(sizes).filter((size) -> size > 0).count(), specification);
		int[] validation = apportion(parts[1], sizes);
		int[] test = apportion(parts[2], sizes);
		keepOneForTraining(sizes, validation, test);

		int[] order = new int[rows];
		RandomStream.of(seed, Purpose.SPLIT).permute(order);
		int[] part = new int[rows];
		for (int row : order) {
			if (validation[strata[row]] > 0) {
				validation[strata[row]]--;
				part[row] = 1;
			}
			else if (test[strata[row]] > 0) {
				test[strata[row]]--;
				part[row] = 2;
			}
		}
		return new Split(rowsOf(part, 0), rowsOf(part, 1), rowsOf(part, 2));
	}

	/** How many rows will train, told without the data. */
	public static int trainingCount(DatasetShape shape, SplitSpecification specification) {
		return counts(shape, specification)[0];
	}

	/**
	 * How many rows will train, validate and test, told without the data; one or two off
	 * where rows are so few that a class has none.
	 */
	public static int[] counts(DatasetShape shape, SplitSpecification specification) {
		long strata = specification.stratified() ? Math.max(1, shape.classes().size()) : 1;
		return sizes(shape.samples(), strata, specification);
	}

	private static int[] rowsOf(int[] part, int wanted) {
		return IntStream.range(0, part.length).filter((row) -> part[row] == wanted).toArray();
	}

	/**
	 * How many rows train, validate and test. The earlier of these comes first when rows
	 * are few.
	 */
	private static int[] sizes(int rows, long classes, SplitSpecification specification) {
		double[] shares = { 1 - specification.validationFraction() - specification.testFraction(),
				specification.validationFraction(), specification.testFraction() };
		int[] sizes = Apportionment.of(rows, shares);
		for (int part = 0; part < sizes.length; part++) {
			int giver = largest(sizes, 0);
			if (shares[part] > 0 && sizes[part] == 0 && (sizes[giver] > 1 || giver > part)) {
				sizes[giver]--;
				sizes[part]++;
			}
		}
		int giver = largest(sizes, 1);
		while (sizes[0] < classes && sizes[giver] > 1) {
			sizes[giver]--;
			sizes[0]++;
			giver = largest(sizes, 1);
		}
		return sizes;
	}

	/** The largest part, the last of equals. */
	private static int largest(int[] sizes, int from) {
		int largest = from;
		for (int part = from; part < sizes.length; part++) {
			largest = (sizes[part] >= sizes[largest]) ? part : largest;
		}
		return largest;
	}

	private static int[] apportion(int rows, int[] strata) {
		return Apportionment.of(rows, Arrays.stream(strata).asDoubleStream().toArray());
	}

	/**
	 * Rounding may ask a stratum for all its rows, or more. The one that can best spare
	 * it then gives a row instead.
	 */
	private static void keepOneForTraining(int[] sizes, int[] validation, int[] test) {
		for (int stratum = 0; stratum < sizes.length; stratum++) {
			while (sizes[stratum] > 0 && left(stratum, sizes, validation, test) < 1) {
				int giver = 0;
				for (int other = 1; other < sizes.length; other++) {
					if (left(other, sizes, validation, test) > left(giver, sizes, validation, test)) {
						giver = other;
					}
				}
				if (left(giver, sizes, validation, test) < left(stratum, sizes, validation, test) + 2) {
					break;
				}
				int[] part = (test[stratum] > 0) ? test : validation;
				part[stratum]--;
				part[giver]++;
			}
		}
	}

	private static int left(int stratum, int[] sizes, int[] validation, int[] test) {
		return sizes[stratum] - validation[stratum] - test[stratum];
	}

	public int[] training() {
		return training.clone();
	}

	public int[] validation() {
		return validation.clone();
	}

	public int[] test() {
		return test.clone();
	}

}
