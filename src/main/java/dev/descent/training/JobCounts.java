package dev.descent.training;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * How many jobs of each kind have not ended, and what became of the others since the
 * service started, the examples included.
 */
final class JobCounts {

	private final Set<Job> active = ConcurrentHashMap.newKeySet();

	private final Map<Ending, LongAdder> ended = new ConcurrentHashMap<>();

	private final LongAdder expired = new LongAdder();

	private final LongAdder displaced = new LongAdder();

	private record Ending(Class<? extends Job> type, JobState state) {
	}

	/** Counts a job from now to its end. */
	void follow(Job job) {
		active.add(job);
		var _ = job.lifeCycle().finished().thenRun(() -> end(job));
	}

	private void end(Job job) {
		active.remove(job);
		ended(new Ending(job.getClass(), job.state())).increment();
	}

	private LongAdder ended(Ending ending) {
		return ended.computeIfAbsent(ending, (_) -> new LongAdder());
	}

	/**
	 * Counts a job that is forgotten.
	 * @param expired whether its time was up; if not, its memory was needed
	 */
	void evicted(boolean expired) {
		(expired ? this.expired : displaced).increment();
	}

	/** Those that have not ended. */
	Stream<Job> active() {
		return active.stream();
	}

	/** How many jobs of a kind are in a state that is not final. */
	long active(Class<? extends Job> type, JobState state) {
		return active.stream().filter((job) -> job.getClass() == type && job.state() == state).count();
	}

	/** How many jobs of a kind ended in a state. */
	long ended(Class<? extends Job> type, JobState state) {
		return ended(new Ending(type, state)).sum();
	}

	/** How many were forgotten because their time was up. */
	long expired() {
		return expired.sum();
	}

	/** How many were forgotten because their memory was needed. */
	long displaced() {
		return displaced.sum();
	}

}
