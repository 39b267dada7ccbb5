package dev.descent.dataset.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.descent.dataset.DatasetId;
import dev.descent.dataset.DatasetSummary;
import dev.descent.dataset.Task;
import dev.descent.dataset.specification.Synthetic;
import dev.descent.dataset.store.StoredDataset;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Dataset", description = "A stored dataset.")
record DatasetView(
		@Schema(description = "Names the dataset; use it as {\"type\": \"stored\", \"id\": ..}.",
				example = "0b9f6d3e-8a52-4c1b-9d0e-2f6a7c5b1e44") DatasetId id,
		@Schema(description = "When it was stored.", example = "2026-01-01T12:00:00Z") Instant createdAt,
		@Schema(description = "The recipe with every default filled in; null for data that were sent.") @Nullable Synthetic recipe,
		@Schema(description = "Number of samples.", example = "100") int samples,
		@Schema(description = "Names of the features.", example = "[\"x1\", \"x2\"]") List<String> columns,
		@Schema(description = "What there is to learn.", example = "binary_classification") Task task,
		@Schema(description = "Names of the classes; empty for a regression.",
				example = "[\"0\", \"1\"]") List<String> classes,
		@Schema(description = "Figures of every column and class; only where one dataset is asked for.") @Nullable DatasetSummary summary,
		@Schema(description = "Where to go from here.",
				example = "{\"self\": \"/api/v1/datasets/0b9f6d3e-8a52-4c1b-9d0e-2f6a7c5b1e44\"}") Map<String, String> links) {

	static DatasetView of(StoredDataset dataset, @Nullable DatasetSummary summary) {
		var shape = dataset.shape();
		String self = DatasetController.DATASETS + "/" + dataset.id();
		return new DatasetView(dataset.id(), dataset.createdAt(),
				(dataset instanceof StoredDataset.Recipe recipe) ? recipe.recipe() : null, shape.samples(),
				shape.columns(), shape.task(), shape.classes(), summary,
				Map.of("self", self, "points", self + "/points"));
	}

}
