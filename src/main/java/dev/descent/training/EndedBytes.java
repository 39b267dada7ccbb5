package dev.descent.training;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

import dev.descent.owner.Owner;
import org.jspecify.annotations.Nullable;

/**
 * The memory of the jobs that have ended, in the order in which they did. For one thread
 * at a time.
 */
final class EndedBytes {

	private final SequencedMap<JobId, Entry> entries = new LinkedHashMap<>();

	private final Map<Owner, Share> shares = new HashMap<>();

	private long total;

	private record Entry(Owner owner, long bytes) {
	}

	/** What one owner has. */
	private static final class Share {

		private final SequencedSet<JobId> jobs = new LinkedHashSet<>();

		private long bytes;

	}

	void add(JobId id, Owner owner, long bytes) {
		entries.put(id, new Entry(owner, bytes));
		var share = shares.computeIfAbsent(owner, (_) -> new Share());
		share.jobs.add(id);
		share.bytes += bytes;
		total += bytes;
	}

	void remove(JobId id) {
		var entry = entries.remove(id);
		var share = (entry != null) ? shares.get(entry.owner()) : null;
		if (entry == null || share == null) {
			return;
		}
		share.jobs.remove(id);
		share.bytes -= entry.bytes();
		total -= entry.bytes();
		if (share.jobs.isEmpty()) {
			shares.remove(entry.owner());
		}
	}

	/** Takes note that a job takes another amount than when it ended. */
	void change(JobId id, long bytes) {
		var entry = entries.get(id);
		var share = (entry != null) ? shares.get(entry.owner()) : null;
		if (entry != null && share != null) {
			entries.put(id, new Entry(entry.owner(), bytes));
			share.bytes += bytes - entry.bytes();
			total += bytes - entry.bytes();
		}
	}

	int jobs() {
		return entries.size();
	}

	/** Of all jobs together. */
	long total() {
		return total;
	}

	/** The job that was the first to end; null if there is none. */
	@Nullable JobId first() {
		return entries.isEmpty() ? null : entries.firstEntry().getKey();
	}

	/**
	 * The job that was the first to end of the owner that has most, so that nobody drives
	 * out what others have; null if there is none.
	 */
	@Nullable JobId firstOfTheLargest() {
		return shares.values()
			.stream()
			.max(Comparator.comparingLong((share) -> share.bytes))
			.map((share) -> share.jobs.getFirst())
			.orElse(null);
	}

}
