package dev.descent.training;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import dev.descent.engine.training.StopReason;
import dev.descent.problem.ConflictException;
import dev.descent.training.LifeCycle.Transition;
import dev.descent.training.LossHistory.Column;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TrainingJobTests {

	private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(20);

	@Test
	void aJobIsTrainedSliceBySlice() {
		var job = Trainings.job("a", Trainings.tiny(100));
		var ticker = Trainings.ticker();
		assertThat(job.state()).isEqualTo(JobState.QUEUED);
		assertThat(job.execution().advance(SLICE, ticker)).isTrue();
		assertThat(job.state()).isEqualTo(JobState.RUNNING);
		assertThat(job.trainedFor()).isEqualTo(Duration.ofMillis(20));
		assertThat(job.history().latest(Column.EPOCH)).isBetween(5.0, 20.0);
		int slices = 1;
		while (job.execution().advance(SLICE, ticker)) {
			slices++;
			assertThat(job.trainedFor()).isEqualTo(Duration.ofMillis(20).multipliedBy(slices));
		}
		assertThat(slices).isBetween(5, 20);
		assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
		assertThat(job.stopReason()).isEqualTo(StopReason.COMPLETED);
		assertThat(job.lifeCycle().finished()).isCompleted();
		assertThat(job.execution().advance(SLICE, ticker)).isFalse();
		assertThat(job.lifeCycle().transitions()).extracting(Transition::state)
			.containsExactly(JobState.QUEUED, JobState.RUNNING, JobState.SUCCEEDED);
	}

	@Test
	void slicesMakeNoDifferenceToTheResult() {
		var one = Trainings.job("a", Trainings.tiny(300));
		Trainings.finish(one);
		var many = Trainings.job("b", Trainings.tiny(300));
		var ticker = Trainings.ticker();
		while (many.execution().advance(1, ticker)) {
			many.present();
		}
		assertThat(many.present().parameters().values()).isEqualTo(one.present().parameters().values());
	}

	@Test
	void aJobThatIsCancelledBeforeItStartsNeverDoes() {
		var job = Trainings.job("a", Trainings.tiny(10));
		job.execution().cancel();
		assertThat(job.state()).isEqualTo(JobState.CANCELLED);
		assertThat(job.stopReason()).isEqualTo(StopReason.CANCELLED);
		assertThat(job.execution().advance(SLICE, Trainings.ticker())).isFalse();
		assertThat(job.lifeCycle().finished()).isCompleted();
		assertThat(job.trainedFor()).isZero();
		assertThat(job.lifeCycle().transitions()).extracting(Transition::state)
			.containsExactly(JobState.QUEUED, JobState.CANCELLED);
		assertThatExceptionOfType(ConflictException.class).isThrownBy(job::present);
		assertThatExceptionOfType(ConflictException.class).isThrownBy(job::moments);
		assertThatExceptionOfType(ConflictException.class).isThrownBy(job::experiment);
		assertThatExceptionOfType(ConflictException.class).isThrownBy(job.execution()::cancel);
	}

	@Test
	void aJobThatIsCancelledKeepsItsPresentParameters() {
		var job = Trainings.job("a", Trainings.tiny(1000));
		job.execution().advance(SLICE, Trainings.ticker());
		var present = job.present();
		job.execution().cancel();
		assertThat(job.present().step()).isEqualTo(present.step());
		assertThat(job.present().parameters().values()).isEqualTo(present.parameters().values());
		assertThatExceptionOfType(ConflictException.class).isThrownBy(job.execution()::cancel);
	}

	@Test
	void aJobWhoseDataCannotBeMadeFails() {
		for (Throwable failure : new Throwable[] { new IllegalStateException("no data"), new OutOfMemoryError("none"),
				new StackOverflowError() }) {
			var job = Trainings.job("a", Trainings.tiny(10), () -> {
				throw Trainings.<RuntimeException>unchecked(failure);
			}, InstantSource.fixed(Trainings.NOW));
			assertThat(job.execution().advance(SLICE, Trainings.ticker())).isFalse();
			assertThat(job.state()).isEqualTo(JobState.FAILED);
			assertThat(job.stopReason()).isEqualTo(StopReason.ERROR);
			assertThat(job.lifeCycle().finished()).isCompleted();
			assertThatExceptionOfType(ConflictException.class).isThrownBy(job.execution()::cancel);
		}
	}

	@Test
	void theTimeLimitCountsTrainingOnly() {
		var job = Trainings.job("a", """
				{"training": {"epochs": 100000, "timeLimit": "PT0.05S"}}""");
		var ticker = Trainings.ticker();
		while (job.execution().advance(SLICE, ticker)) {
			for (int i = 0; i < 1000; i++) {
				var _ = ticker.getAsLong();
			}
		}
		assertThat(job.stopReason()).isEqualTo(StopReason.TIME_LIMIT);
		assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
		assertThat(job.trainedFor()).isEqualTo(Duration.ofMillis(50));
	}

	@Test
	void aJobThatDivergesEndsWithWhatWasFinite() {
		var job = Trainings.job("a", """
				{"dataset": {"type": "plane"}, "optimizer": {"type": "sgd", "learningRate": 1000},
				 "network": {"hiddenLayers": [{"units": 4, "activation": {"type": "identity"}}]}}""");
		Trainings.finish(job);
		assertThat(job.state()).isEqualTo(JobState.DIVERGED);
		assertThat(job.present().parameters().finite()).isTrue();
		assertThat(job.present().figures().trainLoss()).isFinite();
		assertThat(job.history().curve().column(Column.TRAIN_LOSS)).isNotEmpty()
			.doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
	}

}
