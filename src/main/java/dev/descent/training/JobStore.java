package dev.descent.training;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.descent.owner.CurrentOwner;
import dev.descent.owner.Owner;
import dev.descent.problem.ForbiddenException;
import dev.descent.problem.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps jobs of every kind in memory, numbered in the order in which they came. A
 * finished job is forgotten when its time is up, or earlier, the first to end first, when
 * finished jobs take more memory than they may.
 */
public final class JobStore {

	private final Map<JobId, Kept> jobs = new HashMap<>();

	/**
	 * The jobs of each kind by their numbers. A list reads them without the lock, so that
	 * looking through many jobs holds up nobody.
	 */
	private final Map<Class<? extends Job>, ConcurrentNavigableMap<Long, Kept>> numbered = new ConcurrentHashMap<>();

	/**
	 * The bytes of those that may be forgotten, in the order in which they ended, so that
	 * looking for jobs whose time is up costs nothing while there are none.
	 */
	private final SequencedMap<JobId, Long> ended = new LinkedHashMap<>();

	private long endedBytes;

	private final JobCounts counts = new JobCounts();

	private long lastNumber;

	private final Duration retention;

	private final long mostBytes;

	private final InstantSource clock;

	private final CurrentOwner owners;

	private record Kept(Job job, long number, Owner owner) {
	}

	/**
	 * @param owners on whose behalf jobs are put in and looked for
	 */
	JobStore(Duration retention, long mostBytes, InstantSource clock, CurrentOwner owners) {
		this.retention = retention;
		this.mostBytes = mostBytes;
		this.clock = clock;
		this.owners = owners;
	}

	/**
	 * Takes in a job.
	 * @param listed whether lists have it; if not, it is found by its id alone
	 */
	synchronized void add(Job job, boolean listed) {
		evict();
		long number = ++lastNumber;
		var kept = new Kept(job, number, owners.get());
		var before = jobs.put(job.id(), kept);
		if (before != null) {
			numbered(job.getClass()).remove(before.number());
		}
		if (listed) {
			numbered(job.getClass()).put(number, kept);
		}
		counts.follow(job);
		if (!job.id().isExample()) {
			var _ = job.lifeCycle().finished().thenRun(() -> end(job));
		}
	}

	private synchronized void end(Job job) {
		if (jobs.containsKey(job.id())) {
			long bytes = job.bytes();
			ended.put(job.id(), bytes);
			endedBytes += bytes;
		}
	}

	JobCounts counts() {
		return counts;
	}

	/** How many ended jobs are kept, but for the examples. */
	synchronized int endedJobs() {
		evict();
		return ended.size();
	}

	/** Takes note that a job may take another amount of memory than when it ended. */
	synchronized void measure(Job job) {
		long bytes = job.bytes();
		var before = ended.replace(job.id(), bytes);
		if (before != null) {
			endedBytes += bytes - before;
		}
	}

	/** The memory of the finished jobs, by which the oldest have to go. */
	public synchronized long resultBytes() {
		evict();
		return endedBytes;
	}

	/**
	 * A job that the current owner sees.
	 * @throws NotFoundException if there is none; whether others have it plays no part
	 */
	Job get(JobId id) {
		return kept(id).job();
	}

	/**
	 * A job that the current owner may change.
	 * @throws ForbiddenException if it is there to be seen only
	 */
	Job own(JobId id) {
		var kept = kept(id);
		if (!owners.get().owns(kept.owner())) {
			throw new ForbiddenException("The " + id.described()
					+ " is everybody's and stays as it is; make one of your own from it, such as with rerun.");
		}
		return kept.job();
	}

	/** Where a job stands in lists. */
	JobPlace place(JobId id) {
		return place(kept(id));
	}

	private synchronized Kept kept(JobId id) {
		evict();
		var kept = jobs.get(id);
		if (kept == null || !owners.get().sees(kept.owner())) {
			throw new NotFoundException("There is no " + id.kind() + " '" + id + "'; it may have expired.");
		}
		return kept;
	}

	/** Some of the jobs of a kind that match, from behind a place on. */
	<J extends Job> JobPage<J> list(Class<J> type, Predicate<? super J> filter, JobOrder order,
			@Nullable JobPlace after, int limit) {
		evict();
		var owner = owners.get();
		var found = candidates(numbered(type), order, after).filter((kept) -> owner.sees(kept.owner()))
			.filter((kept) -> filter.test(type.cast(kept.job())));
		if (order == JobOrder.NAME) {
			found = found.filter((kept) -> after == null || JobPlace.BY_NAME.compare(place(kept), after) > 0)
				.sorted(Comparator.comparing(JobStore::place, JobPlace.BY_NAME));
		}
		var page = found.limit(limit + 1L).toList();
		var shown = page.subList(0, Math.min(limit, page.size()));
		return new JobPage<>(shown.stream().map(Kept::job).map(type::cast).toList(),
				(page.size() > limit) ? place(shown.getLast()) : null);
	}

	/**
	 * Those that may be on the page: in the order wanted, if it is that of their numbers.
	 */
	private static Stream<Kept> candidates(ConcurrentNavigableMap<Long, Kept> jobs, JobOrder order,
			@Nullable JobPlace after) {
		return (switch (order) {
			case NEWEST -> ((after != null) ? jobs.headMap(after.number()) : jobs).descendingMap();
			case OLDEST -> (after != null) ? jobs.tailMap(after.number(), false) : jobs;
			case NAME -> jobs;
		}).values().stream();
	}

	private static JobPlace place(Kept kept) {
		return JobPlace.of(kept.number(), kept.job());
	}

	private ConcurrentNavigableMap<Long, Kept> numbered(Class<? extends Job> type) {
		return numbered.computeIfAbsent(type, (_) -> new ConcurrentSkipListMap<>());
	}

	synchronized void remove(JobId id) {
		Verb.DELETE.requireAllowedIn(own(id).state());
		forget(id);
	}

	private void forget(JobId id) {
		var kept = jobs.remove(id);
		if (kept != null) {
			numbered(kept.job().getClass()).remove(kept.number());
		}
		var bytes = ended.remove(id);
		if (bytes != null) {
			endedBytes -= bytes;
		}
	}

	/** When a job will be forgotten; null before it has ended, and for an example. */
	@Nullable Instant expiresAt(Job job) {
		return job.isForgettable() ? job.lifeCycle().since().plus(retention) : null;
	}

	private synchronized void evict() {
		Instant now = clock.instant();
		while (!ended.isEmpty()) {
			JobId oldest = ended.firstEntry().getKey();
			boolean expired = isExpired(oldest, now);
			if (endedBytes <= mostBytes && !expired) {
				return;
			}
			forget(oldest);
			counts.evicted(expired);
		}
	}

	private boolean isExpired(JobId id, Instant now) {
		var kept = jobs.get(id);
		var expiresAt = (kept != null) ? expiresAt(kept.job()) : null;
		return expiresAt != null && expiresAt.isBefore(now);
	}

}
