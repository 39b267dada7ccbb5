package dev.descent.training;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LongPausesTests {

	private final JobStore store = new JobStore(Duration.ofHours(1), Long.MAX_VALUE, () -> Trainings.NOW,
			Trainings.ANYONE);

	@Test
	void onlyWhatIsPausedForTooLongIsCancelled() {
		var waiting = added("waiting");
		var running = added("running");
		running.execution().advance(1, Trainings.ticker());
		var paused = added("paused");
		paused.execution().pause();
		after(Trainings.LIMITS.longestPause());
		assertThat(paused.state()).isEqualTo(JobState.PAUSED);
		after(Trainings.LIMITS.longestPause().plusMillis(1));
		assertThat(paused.state()).isEqualTo(JobState.CANCELLED);
		assertThat(running.state()).isEqualTo(JobState.RUNNING);
		assertThat(waiting.state()).isEqualTo(JobState.QUEUED);
	}

	private TrainingJob added(String id) {
		var job = Trainings.job(id, Trainings.tiny(1_000_000));
		store.add(job, true);
		return job;
	}

	private void after(Duration time) {
		new LongPauses(store, Trainings.LIMITS, Clock.fixed(Trainings.NOW.plus(time), ZoneOffset.UTC)).end();
	}

}
