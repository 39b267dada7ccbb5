package dev.descent.dataset;

import java.util.LinkedHashMap;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dataset at a glance.
 *
 * @param columns where the numbers of each feature lie, in the order of the columns
 * @param classes how many samples each class has; absent for a regression
 * @param target where the targets lie; absent for a classification
 */
@Schema(description = "A dataset at a glance.")
public record DatasetSummary(
		@Schema(description = "Where the numbers of each feature lie.") Map<String, Statistics> columns,
		@Schema(description = "How many samples each class has; null for a regression.",
				example = "{\"0\": 50, \"1\": 50}") @Nullable Map<String, Integer> classes,
		@Schema(description = "Where the targets lie; null for classes.") @Nullable Statistics target) {

	public static DatasetSummary of(Dataset dataset) {
		Map<String, Statistics> columns = new LinkedHashMap<>();
		for (int i = 0; i < dataset.columns().size(); i++) {
			int column = i;
			columns.put(dataset.columns().get(i), Statistics.of(dataset.size(), (row) -> dataset.feature(row, column)));
		}
		return switch (dataset.targets()) {
			case Labels labels -> new DatasetSummary(columns, samplesPerClass(labels), null);
			case Values values -> new DatasetSummary(columns, null, Statistics.of(values.size(), values::value));
		};
	}

	private static Map<String, Integer> samplesPerClass(Labels labels) {
		int[] counts = labels.counts();
		Map<String, Integer> classes = new LinkedHashMap<>();
		for (int i = 0; i < counts.length; i++) {
			classes.put(labels.classes().get(i), counts[i]);
		}
		return classes;
	}

}
