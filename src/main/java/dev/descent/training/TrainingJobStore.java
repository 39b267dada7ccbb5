package dev.descent.training;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;

import dev.descent.problem.ConflictException;
import dev.descent.problem.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps jobs in memory, in the order in which they came. A finished job is forgotten when
 * its time is up, or earlier, the oldest first, when finished jobs take more memory than
 * they may.
 */
final class TrainingJobStore {

	private final SequencedMap<TrainingJobId, TrainingJob> jobs = new LinkedHashMap<>();

	private final Duration retention;

	private final long mostBytes;

	private final InstantSource clock;

	TrainingJobStore(Duration retention, long mostBytes, InstantSource clock) {
		this.retention = retention;
		this.mostBytes = mostBytes;
		this.clock = clock;
	}

	synchronized void add(TrainingJob job) {
		evict();
		jobs.put(job.id(), job);
	}

	synchronized TrainingJob get(TrainingJobId id) {
		evict();
		var job = jobs.get(id);
		if (job == null) {
			throw new NotFoundException("There is no training job '" + id + "'; it may have expired.");
		}
		return job;
	}

	/** The newest jobs first, from the one after {@code after} on. */
	synchronized List<TrainingJob> list(@Nullable TrainingJobId after, int limit, Predicate<TrainingJob> filter) {
		evict();
		var newestFirst = jobs.sequencedValues().reversed().stream();
		if (after != null) {
			var last = get(after);
			newestFirst = newestFirst.dropWhile((job) -> job != last).skip(1);
		}
		return newestFirst.filter(filter).limit(limit).toList();
	}

	synchronized void remove(TrainingJobId id) {
		if (!get(id).state().isFinal()) {
			throw new ConflictException("The job has not ended; cancel it before you delete it.");
		}
		jobs.remove(id);
	}

	private void evict() {
		Instant now = clock.instant();
		jobs.values().removeIf((job) -> {
			var expiresAt = job.expiresAt(retention);
			return expiresAt != null && expiresAt.isBefore(now);
		});
		long bytes = 0;
		var newestFirst = jobs.sequencedValues().reversed().iterator();
		while (newestFirst.hasNext()) {
			var job = newestFirst.next();
			if (job.isForgettable()) {
				bytes += job.bytes();
				if (bytes > mostBytes) {
					newestFirst.remove();
				}
			}
		}
	}

}
