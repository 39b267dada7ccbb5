package dev.descent.training;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import dev.descent.engine.training.StopReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JobExecutionTests {

	private static final long SLICE = TimeUnit.SECONDS.toNanos(1);

	/**
	 * Comes to its end while somebody waits who gives it more to do.
	 */
	private static final class Extended implements Work {

		private final JobExecution execution = new JobExecution("job", this, InstantSource.fixed(Trainings.NOW));

		private int bursts;

		private boolean extended;

		private @Nullable StopReason end;

		@Override
		public void begin() {
		}

		@Override
		public void advance(int units) {
			bursts++;
			if (bursts == 1) {
				var caller = Thread.ofPlatform()
					.start(() -> execution.uponRequest(Verb.AMEND, () -> this.extended = true));
				while (caller.getState() != Thread.State.WAITING) {
					Thread.onSpinWait();
				}
			}
		}

		@Override
		public @Nullable StopReason stopReason() {
			return (bursts >= (extended ? 5 : 1)) ? StopReason.COMPLETED : null;
		}

		@Override
		public Duration timeLimit() {
			return Duration.ofHours(1);
		}

		@Override
		public void end(StopReason reason) {
			end = reason;
		}

	}

	@Test
	void whoGetsInBeforeTheEndIsStillHeard() {
		var work = new Extended();
		while (work.execution.advance(SLICE, Trainings.ticker())) {
			// on
		}
		assertThat(work.end).isEqualTo(StopReason.COMPLETED);
		assertThat(work.extended).isTrue();
		assertThat(work.bursts).isEqualTo(5);
	}

}
