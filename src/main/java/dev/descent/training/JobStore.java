package dev.descent.training;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;

import dev.descent.problem.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps jobs of every kind in memory, in the order in which they came. A finished job is
 * forgotten when its time is up, or earlier, the first to end first, when finished jobs
 * take more memory than they may.
 */
final class JobStore {

	private final SequencedMap<JobId, Job> jobs = new LinkedHashMap<>();

	/**
	 * The bytes of those that may be forgotten, in the order in which they ended, so that
	 * looking for jobs whose time is up costs nothing while there are none.
	 */
	private final SequencedMap<JobId, Long> ended = new LinkedHashMap<>();

	private long endedBytes;

	private final Duration retention;

	private final long mostBytes;

	private final InstantSource clock;

	JobStore(Duration retention, long mostBytes, InstantSource clock) {
		this.retention = retention;
		this.mostBytes = mostBytes;
		this.clock = clock;
	}

	synchronized void add(Job job) {
		evict();
		jobs.put(job.id(), job);
		if (!job.id().isExample()) {
			var _ = job.execution().finished().thenRun(() -> end(job));
		}
	}

	private synchronized void end(Job job) {
		if (jobs.containsKey(job.id())) {
			long bytes = job.bytes();
			ended.put(job.id(), bytes);
			endedBytes += bytes;
		}
	}

	synchronized Job get(JobId id) {
		evict();
		var job = jobs.get(id);
		if (job == null) {
			throw new NotFoundException("There is no " + id.kind() + " '" + id + "'; it may have expired.");
		}
		return job;
	}

	/** The newest jobs of a type first, from the one after {@code after} on. */
	synchronized <J extends Job> List<J> list(Class<J> type, @Nullable JobId after, int limit, Predicate<J> filter) {
		evict();
		var newestFirst = jobs.sequencedValues().reversed().stream();
		if (after != null) {
			var last = get(after);
			newestFirst = newestFirst.dropWhile((job) -> job != last).skip(1);
		}
		return newestFirst.filter(type::isInstance).map(type::cast).filter(filter).limit(limit).toList();
	}

	synchronized void remove(JobId id) {
		Verb.DELETE.requireAllowedIn(get(id).state());
		forget(id);
	}

	private void forget(JobId id) {
		jobs.remove(id);
		var bytes = ended.remove(id);
		if (bytes != null) {
			endedBytes -= bytes;
		}
	}

	/** When a job will be forgotten; null before it has ended, and for an example. */
	@Nullable Instant expiresAt(Job job) {
		return job.isForgettable() ? job.lifeCycle().since().plus(retention) : null;
	}

	private void evict() {
		Instant now = clock.instant();
		while (!ended.isEmpty()) {
			JobId oldest = ended.firstEntry().getKey();
			if (endedBytes <= mostBytes && !isExpired(oldest, now)) {
				return;
			}
			forget(oldest);
		}
	}

	private boolean isExpired(JobId id, Instant now) {
		var job = jobs.get(id);
		var expiresAt = (job != null) ? expiresAt(job) : null;
		return expiresAt != null && expiresAt.isBefore(now);
	}

}
