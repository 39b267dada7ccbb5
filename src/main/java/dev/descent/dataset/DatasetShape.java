package dev.descent.dataset;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a network must fit, known without the data themselves.
 *
 * @param columns the names of the features
 * @param classes the names of the classes, empty for a regression
 * @param nonNegativeTargets whether the targets are known to be numbers that are not
 * negative
 */
public record DatasetShape(int samples, List<String> columns, Task task, List<String> classes,
		boolean nonNegativeTargets) {

	/** The shape of data that are there. */
	public static DatasetShape of(int samples, List<String> columns, Targets targets) {
		return new DatasetShape(samples, columns, targets.task(),
				(targets instanceof Labels labels) ? labels.classes() : List.of(),
				targets instanceof Values values && values.nonNegative());
	}

	/** The shape of a classification whose features and classes are only numbered. */
	public static DatasetShape ofClasses(int samples, int features, int classes) {
		return new DatasetShape(samples, ColumnNames.numbered(features),
				(classes == 2) ? Task.BINARY_CLASSIFICATION : Task.MULTICLASS_CLASSIFICATION,
				IntStream.range(0, classes).mapToObj(Integer::toString).toList(), false);
	}

	/** The shape of a regression whose features are only numbered. */
	public static DatasetShape ofValues(int samples, int features) {
		return new DatasetShape(samples, ColumnNames.numbered(features), Task.REGRESSION, List.of(), false);
	}

}
