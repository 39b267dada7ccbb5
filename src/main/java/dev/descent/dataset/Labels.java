package dev.descent.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** The targets of a classification: one index into the names of the classes a sample. */
public final class Labels implements Targets {

	public static final int MOST_CLASSES = 100;

	private static final Comparator<String> BY_CODE_POINT = Comparator.comparing((name) -> name.codePoints().toArray(),
			Arrays::compare);

	private final List<String> classes;

	private final int[] labels;

	public Labels(List<String> classes, int[] labels) {
		for (int label : labels) {
			if (label < 0 || label >= classes.size()) {
				throw new IllegalArgumentException(
						"expected labels from 0 to " + (classes.size() - 1) + " but got " + label);
			}
		}
		this.classes = List.copyOf(classes);
		this.labels = labels.clone();
	}

	/** One class for each distinct name, in the order of their code points. */
	public static Labels ofNames(List<String> names) {
		var classes = new TreeSet<>(BY_CODE_POINT);
		classes.addAll(names);
		Map<String, Integer> indices = HashMap.newHashMap(classes.size());
		for (String name : classes) {
			indices.put(name, indices.size());
		}
		return new Labels(List.copyOf(classes), names.stream().mapToInt(indices::get).toArray());
	}

	/** One class for each distinct number, in ascending order. */
	public static Labels ofNumbers(double[] numbers) {
		double[] unsigned = Arrays.stream(numbers).map((number) -> number + 0.0).toArray();
		double[] distinct = Arrays.stream(unsigned).sorted().distinct().toArray();
		var classes = new ArrayList<String>(distinct.length);
		for (double number : distinct) {
			classes.add(nameOf(number));
		}
		return new Labels(classes,
				Arrays.stream(unsigned).mapToInt((number) -> Arrays.binarySearch(distinct, number)).toArray());
	}

	private static String nameOf(double number) {
		boolean exactInteger = number == Math.rint(number) && Math.abs(number) <= 1L << 53;
		return exactInteger ? Long.toString((long) number) : Double.toString(number);
	}

	@Override
	public int size() {
		return labels.length;
	}

	@Override
	public Task task() {
		return (classes.size() == 2) ? Task.BINARY_CLASSIFICATION : Task.MULTICLASS_CLASSIFICATION;
	}

	public List<String> classes() {
		return classes;
	}

	/** The index of the class of a sample. */
	public int label(int row) {
		return labels[row];
	}

	/** How many samples each class has. */
	public int[] counts() {
		int[] counts = new int[classes.size()];
		for (int label : labels) {
			counts[label]++;
		}
		return counts;
	}

	/** Why no network can tell these apart, if so: only one class, or too many. */
	public @Nullable String fault() {
		if (classes.size() == 1) {
			return "needs at least two classes but all are '" + classes.getFirst() + "'";
		}
		if (classes.size() > MOST_CLASSES) {
			return "has " + classes.size() + " classes but at most " + MOST_CLASSES + " are possible";
		}
		if (classes.stream().anyMatch((name) -> name.length() > ColumnNames.LONGEST)) {
			return "has a class name of more than " + ColumnNames.LONGEST + " characters";
		}
		return null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Labels that && classes.equals(that.classes) && Arrays.equals(labels, that.labels);
	}

	@Override
	public int hashCode() {
		return 31 * classes.hashCode() + Arrays.hashCode(labels);
	}

	@Override
	public String toString() {
		return labels.length + " labels of " + classes;
	}

}
