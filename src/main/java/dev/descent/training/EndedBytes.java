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

	private record Entry(Share share, long bytes) {
	}

	/** What one owner has; it stays when all of it is gone, as owners are few. */
	private static final class Share {

		private final SequencedSet<JobId> jobs = new LinkedHashSet<>();

		private long bytes;

	}

	void add(JobId id, Owner owner, long bytes) {
		var share = shares.computeIfAbsent(owner, (_) -> new Share());
		share.jobs.add(id);
		put(id, share, bytes);
	}

	private void put(JobId id, Share share, long bytes) {
		var before = entries.put(id, new Entry(share, bytes));
		long more = bytes - ((before != null) ? before.bytes() : 0);
		share.bytes += more;
		total += more;
	}

	void remove(JobId id) {
		var entry = entries.remove(id);
		if (entry != null) {
			entry.share().jobs.remove(id);
			entry.share().bytes -= entry.bytes();
			total -= entry.bytes();
		}
	}

	/** Takes note that a job takes another amount than when it ended. */
	void change(JobId id, long bytes) {
		var entry = entries.get(id);
		if (entry != null) {
			put(id, entry.share(), bytes);
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
			.filter((share) -> !share.jobs.isEmpty())
			.max(Comparator.comparingLong((share) -> share.bytes))
			.map((share) -> share.jobs.getFirst())
			.orElse(null);
	}

}
