package dev.descent.training;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import dev.descent.limits.Limits;
import dev.descent.problem.ConflictException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Cancels the jobs that have been paused for too long, so that those that somebody has
 * forgotten do not hold places and memory for ever.
 */
@Component
final class LongPauses {

	private static final Logger log = LoggerFactory.getLogger(LongPauses.class);

	private final JobStore store;

	private final Limits limits;

	private final Clock clock;

	LongPauses(JobStore store, Limits limits, Clock clock) {
		this.store = store;
		this.limits = limits;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void end() {
		var latest = clock.instant().minus(limits.longestPause());
		store.counts()
			.active()
			.filter((job) -> job.state() == JobState.PAUSED && job.lifeCycle().since().isBefore(latest))
			.forEach(LongPauses::end);
	}

	private static void end(Job job) {
		try (var _ = new LoggedJob(job.id().value())) {
			job.cancel();
			log.info("The {} was paused for too long and is cancelled", job.id().described());
		}
		catch (ConflictException _) {
			// It has ended meanwhile.
		}
	}

}
