package dev.descent.training;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.specification.Synthetic;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.training.StopReason;
import dev.descent.problem.ConflictException;
import dev.descent.training.LossHistory.Column;
import dev.descent.training.specification.LearningRateRangeTestSpecification;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class LearningRateRangeTestTests {

	private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(20);

	private static final String BATCHES = "{\"training\": {\"batchSize\": 16}}";

	@Test
	void slicesMakeNoDifferenceToTheResult() {
		var one = test(BATCHES, 1e-5, 10, 100);
		Trainings.finish(one);
		var many = test(BATCHES, 1e-5, 10, 100);
		var ticker = Trainings.ticker();
		while (many.execution().advance(1, ticker)) {
			many.curve();
		}
		assertThat(many.curve().losses()).hasSizeGreaterThan(50).isEqualTo(one.curve().losses());
		assertThat(many.curve().rates()).isEqualTo(one.curve().rates());
		assertThat(many.outcome()).isEqualTo(one.outcome());
	}

	@Test
	void itIsATrainingWhoseRateGrowsByTheSameFactor() {
		var test = test("{}", 0.25, 0.5, 20);
		Trainings.finish(test);
		var job = Trainings.job("a", """
				{"schedule": {"type": "exponential", "gamma": %s}, "optimizer": {"type": "sgd", "learningRate": 0.25},
				 "training": {"epochs": 19}}""".formatted(Math.pow(2, 1 / 19.0)));
		Trainings.finish(job);
		assertThat(test.outcome()).isEqualTo(SweepOutcome.ALL_UPDATES);
		assertThat(test.curve().rates()).startsWith(0.25).endsWith(0.5).hasSize(20);
		assertThat(test.curve().losses()).containsExactly(job.history().curve().column(Column.TRAIN_LOSS),
				within(1e-12));
	}

	@Test
	void aTestThatOverflowsHasSucceeded() {
		var test = test(
				"""
						{"dataset": {"type": "plane"}, "network": {"hiddenLayers": [{"units": 4, "activation": {"type": "identity"}}]}}""",
				1e-5, 1000, 100, 1e6);
		Trainings.finish(test);
		assertThat(test.state()).isEqualTo(JobState.SUCCEEDED);
		assertThat(test.outcome()).isIn(SweepOutcome.LOSS_GREW, SweepOutcome.NOT_FINITE);
		assertThat(test.curve().size()).isLessThan(100);
	}

	@Test
	void aStartThatIsNotFiniteHasNoCurve() {
		var test = test(
				"""
						{"dataset": {"type": "plane"}, "network": {"hiddenLayers": [], "initializer": {"type": "constant", "value": 1e200}}}""",
				1e-5, 10, 100);
		Trainings.finish(test);
		assertThat(test.state()).isEqualTo(JobState.SUCCEEDED);
		assertThat(test.outcome()).isEqualTo(SweepOutcome.NOT_FINITE);
		assertThat(test.curve().size()).isZero();
		assertThat(test.curve().lowestLossRate()).isNull();
		assertThat(test.curve().steepestRate()).isNull();
	}

	@Test
	void aTestThatIsCancelledKeepsWhatItRecorded() {
		var test = test(BATCHES, 1e-5, 10, 10_000);
		test.execution().advance(SLICE, Trainings.ticker());
		int recorded = test.updates();
		test.execution().cancel();
		assertThat(test.state()).isEqualTo(JobState.CANCELLED);
		assertThat(test.stopReason()).isEqualTo(StopReason.CANCELLED);
		assertThat(test.outcome()).isNull();
		assertThat(test.curve().size()).isEqualTo(recorded).isPositive();
		assertThatExceptionOfType(ConflictException.class).isThrownBy(test.execution()::cancel);
	}

	@Test
	void aTestThatIsCancelledBeforeItStartsNeverDoes() {
		var test = test(BATCHES, 1e-5, 10, 100);
		test.execution().cancel();
		assertThat(test.execution().advance(SLICE, Trainings.ticker())).isFalse();
		assertThat(test.trainedFor()).isZero();
		assertThat(test.curve().size()).isZero();
	}

	@Test
	void theTimeLimitOfTheJobHolds() {
		var test = test("{\"training\": {\"timeLimit\": \"PT0.05S\"}}", 1e-5, 10, 10_000);
		Trainings.finish(test);
		assertThat(test.state()).isEqualTo(JobState.SUCCEEDED);
		assertThat(test.stopReason()).isEqualTo(StopReason.TIME_LIMIT);
		assertThat(test.outcome()).isNull();
		assertThat(test.trainedFor()).isEqualTo(Duration.ofMillis(50));
		assertThat(test.updates()).isBetween(1, 9_999);
	}

	@Test
	void aTestWhoseDataCannotBeMadeFails() {
		var test = test(BATCHES, 1e-5, 10, 100, 4, () -> {
			throw new IllegalStateException("no data");
		});
		assertThat(test.execution().advance(SLICE, Trainings.ticker())).isFalse();
		assertThat(test.state()).isEqualTo(JobState.FAILED);
		assertThat(test.stopReason()).isEqualTo(StopReason.ERROR);
	}

	@Test
	void itsMemoryIsThatOfItsCurveAndOfWhatTheRequestBrought() {
		assertThat(test("{}", 1e-5, 10, 1000).bytes()).isEqualTo(2500 + 3 * 8 * 1000);
		var own = Trainings.rangeTest("a", """
				{"network": {"hiddenLayers": [], "initialParameters": [{"weights": [[1, 2]], "biases": [3]}]}}""");
		assertThat(own.bytes()).isEqualTo(2500 + 3 * 8 * 200 + 3 * 24);
	}

	private static LearningRateRangeTest test(String job, double lowest, double highest, int updates) {
		return test(job, lowest, highest, updates, 4);
	}

	private static LearningRateRangeTest test(String job, double lowest, double highest, int updates,
			double stopFactor) {
		return test(job, lowest, highest, updates, stopFactor,
				((Synthetic) Trainings.specification(job).dataset())::generate);
	}

	private static LearningRateRangeTest test(String job, double lowest, double highest, int updates, double stopFactor,
			Supplier<Dataset> data) {
		var specification = new LearningRateRangeTestSpecification(Trainings.specification(job), lowest, highest,
				updates, 0.9, stopFactor);
		return new LearningRateRangeTest(new LearningRateRangeTestId("a"), specification, 0, data, new ScalarKernels(),
				InstantSource.fixed(Trainings.NOW));
	}

}
