package dev.descent.dataset.store;

import java.time.Instant;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.DatasetId;
import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.specification.Synthetic;

/**
 * A dataset that the service keeps: its recipe, from which data are made anew, or data.
 */
public sealed interface StoredDataset {

	DatasetId id();

	Instant createdAt();

	DatasetShape shape();

	/** The data. */
	Dataset dataset();

	/** The memory that the data take, in bytes. */
	long bytes();

	/** Kept as a recipe with a seed. */
	record Recipe(DatasetId id, Instant createdAt, Synthetic recipe) implements StoredDataset {

		@Override
		public DatasetShape shape() {
			return recipe.shape();
		}

		@Override
		public Dataset dataset() {
			return recipe.generate();
		}

		@Override
		public long bytes() {
			return 0;
		}

	}

	/** Kept as data, which came from the client. */
	record Data(DatasetId id, Instant createdAt, Dataset dataset) implements StoredDataset {

		@Override
		public DatasetShape shape() {
			return dataset.shape();
		}

		@Override
		public long bytes() {
			return dataset.bytes();
		}

	}

}
