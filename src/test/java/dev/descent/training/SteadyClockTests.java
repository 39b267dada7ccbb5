package dev.descent.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SteadyClockTests {

	private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

	private final Jumping machine = new Jumping();

	private final Clock clock = new SteadyClock(machine, nanos::get);

	/** The clock of a machine that somebody sets. */
	private static final class Jumping extends Clock {

		private Instant now = Trainings.NOW;

		@Override
		public Instant instant() {
			return now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	}

	@Test
	void itGoesOnFromWhereTheMachineStood() {
		nanos.addAndGet(Duration.ofMinutes(90).toNanos());
		assertThat(clock.instant()).isEqualTo(Trainings.NOW.plus(Duration.ofMinutes(90)));
	}

	@Test
	void aJumpTakesNoJobAwayAndKeepsNone() {
		var store = new JobStore(Duration.ofHours(2), Long.MAX_VALUE, clock, Trainings.ANYONE);
		var job = Trainings.job("a", Trainings.tiny(10), clock);
		store.add(job, true);
		Trainings.finish(job);
		var expiresAt = store.expiresAt(job);
		for (var jump : new Duration[] { Duration.ofHours(5), Duration.ofDays(-400) }) {
			machine.now = Trainings.NOW.plus(jump);
			nanos.addAndGet(Duration.ofMinutes(59).toNanos());
			assertThat(store.get(job.id())).isSameAs(job);
			assertThat(store.expiresAt(job)).isEqualTo(expiresAt);
		}
		nanos.addAndGet(Duration.ofMinutes(3).toNanos());
		assertThat(store.list(TrainingJob.class, (_) -> true, JobOrder.NEWEST, null, 9).jobs()).isEmpty();
	}

}
