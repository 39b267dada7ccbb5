package dev.descent.dataset;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a network must fit, known without the data themselves.
 *
 * @param columns the names of the features
 * @param classes the names of the classes, empty for a regression
 */
public record DatasetShape(int samples, List<String> columns, Task task, List<String> classes) {

	/** The shape of a classification whose features and classes are only numbered. */
	public static DatasetShape ofClasses(int samples, int features, int classes) {
		return new DatasetShape(samples, ColumnNames.numbered(features),
				(classes == 2) ? Task.BINARY_CLASSIFICATION : Task.MULTICLASS_CLASSIFICATION,
				IntStream.range(0, classes).mapToObj(Integer::toString).toList());
	}

	/** The shape of a regression whose features are only numbered. */
	public static DatasetShape ofValues(int samples, int features) {
		return new DatasetShape(samples, ColumnNames.numbered(features), Task.REGRESSION, List.of());
	}

}
