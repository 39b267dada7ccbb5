package dev.descent.dataset.store;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Supplier;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.DatasetId;
import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.specification.DatasetSpecification;
import dev.descent.dataset.specification.Inline;
import dev.descent.dataset.specification.Stored;
import dev.descent.dataset.specification.Synthetic;
import dev.descent.owner.CurrentOwner;
import dev.descent.owner.Owner;
import dev.descent.problem.NotFoundException;
import dev.descent.problem.StorageFullException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps datasets in memory, in the order in which they came, within bounds. What clients
 * sent is never dropped to make room: over a bound, what is new is refused.
 */
public final class DatasetStore {

	private final SequencedMap<DatasetId, Kept> datasets = new LinkedHashMap<>();

	private final int mostDatasets;

	private final int mostEach;

	private final long mostBytes;

	private final Supplier<UUID> ids;

	private final Clock clock;

	private final CurrentOwner owners;

	private long bytes;

	private record Kept(StoredDataset dataset, Owner owner) {
	}

	/**
	 * @param mostEach how many of one owner, where there are several; they may take the
	 * same part of the bytes
	 * @param owners on whose behalf datasets are put in and looked for
	 */
	public DatasetStore(int mostDatasets, int mostEach, long mostBytes, Supplier<UUID> ids, Clock clock,
			CurrentOwner owners) {
		this.mostDatasets = mostDatasets;
		this.mostEach = mostEach;
		this.mostBytes = mostBytes;
		this.ids = ids;
		this.clock = clock;
		this.owners = owners;
	}

	/**
	 * Keeps a recipe.
	 * @param recipe with a seed
	 */
	public StoredDataset add(Synthetic recipe) {
		return add(newId(), recipe);
	}

	/** Keeps a recipe with a seed under a name of its own. */
	StoredDataset add(DatasetId id, Synthetic recipe) {
		if (recipe.seed() == null) {
			throw new IllegalArgumentException("a recipe needs a seed to be stored");
		}
		return add(new StoredDataset.Recipe(id, clock.instant(), recipe));
	}

	/** Keeps data that came from the client. */
	public StoredDataset add(Dataset data) {
		return add(new StoredDataset.Data(newId(), clock.instant(), data));
	}

	private DatasetId newId() {
		return new DatasetId(ids.get().toString());
	}

	private synchronized StoredDataset add(StoredDataset dataset) {
		if (datasets.size() >= mostDatasets) {
			throw new StorageFullException(
					"The service keeps at most " + mostDatasets + " datasets; delete one to make room.");
		}
		if (bytes + dataset.bytes() > mostBytes) {
			throw new StorageFullException("The dataset takes " + dataset.bytes() + " bytes but only "
					+ (mostBytes - bytes) + " of " + mostBytes + " are free; delete others to make room.");
		}
		var owner = owners.get();
		if (!owner.equals(Owner.ANYONE)) {
			requireShare(owner, dataset);
		}
		datasets.put(dataset.id(), new Kept(dataset, owner));
		bytes += dataset.bytes();
		return dataset;
	}

	/** Nobody takes the room of all others for good. */
	private void requireShare(Owner owner, StoredDataset more) {
		var own = datasets.values().stream().filter((kept) -> kept.owner().equals(owner)).toList();
		if (own.size() >= mostEach) {
			throw new StorageFullException(
					"You have " + mostEach + " datasets, as many as one owner of keys may; delete one to make room.");
		}
		long taken = own.stream().mapToLong((kept) -> kept.dataset().bytes()).sum();
		long share = (long) (mostBytes * Math.min(1, mostEach / (double) mostDatasets));
		if (taken + more.bytes() > share) {
			throw new StorageFullException("The dataset takes " + more.bytes() + " bytes but you have " + taken
					+ " of the " + share + " that one owner of keys may; delete others to make room.");
		}
	}

	/** How many there are. */
	public synchronized int count() {
		return datasets.size();
	}

	/** The memory that they take. */
	public synchronized long bytes() {
		return bytes;
	}

	public synchronized StoredDataset get(DatasetId id) {
		var kept = datasets.get(id);
		if (kept == null || !owners.get().sees(kept.owner())) {
			throw new NotFoundException("There is no dataset '" + id + "'.");
		}
		return kept.dataset();
	}

	/**
	 * The datasets in the order in which they came.
	 * @param after the one before the first wanted; all are wanted if absent
	 */
	public synchronized List<StoredDataset> list(@Nullable DatasetId after, int limit) {
		long skipped = 0;
		if (after != null) {
			get(after);
			skipped = datasets.keySet().stream().takeWhile((id) -> !id.equals(after)).count() + 1;
		}
		var owner = owners.get();
		return datasets.values()
			.stream()
			.skip(skipped)
			.filter((kept) -> owner.sees(kept.owner()))
			.limit(limit)
			.map(Kept::dataset)
			.toList();
	}

	/** Forgets a dataset; the example stays all the same. */
	public synchronized void delete(DatasetId id) {
		var dataset = get(id);
		if (!id.equals(DatasetId.EXAMPLE)) {
			bytes -= dataset.bytes();
			datasets.remove(id);
		}
	}

	/** The shape of what a specification stands for, whether stored or not. */
	public DatasetShape shape(DatasetSpecification specification) {
		return switch (specification) {
			case Synthetic recipe -> recipe.shape();
			case Inline inline -> inline.shape();
			case Stored stored -> get(stored.id()).shape();
		};
	}

	/** The data that a specification stands for, whether stored or not. */
	public Dataset dataset(DatasetSpecification specification) {
		return switch (specification) {
			case Synthetic recipe -> recipe.generate();
			case Inline inline -> inline.dataset();
			case Stored stored -> get(stored.id()).dataset();
		};
	}

}
