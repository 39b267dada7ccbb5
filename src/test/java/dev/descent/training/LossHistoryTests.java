package dev.descent.training;

import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import dev.descent.training.LossHistory.Column;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LossHistoryTests {

	private final LossHistory history = new LossHistory(3);

	@Test
	void nothingIsThereBeforeTheFirstEvaluation() {
		assertThat(history.evaluations()).isZero();
		assertThat(history.latest(Column.TRAIN_LOSS)).isNaN();
		assertThat(history.latest()).isNull();
		assertThat(history.curve().size()).isZero();
		assertThat(history.curve().stride()).isEqualTo(1);
	}

	@Test
	void whatIsKeptIsEvenlySpacedAndTheLatestIsAlwaysThere() {
		int epochs = 5 * LossHistory.LIMIT + 3;
		var run = Trainings.run(Trainings.tiny(epochs), (evaluated) -> {
			history.append(evaluated);
			assertThat(history.latest(Column.EPOCH)).isEqualTo(evaluated.state().epoch());
			assertThat(history.latest(Column.TRAIN_LOSS)).isEqualTo(evaluated.figures().trainLoss());
			int epoch = evaluated.state().epoch();
			if (epoch % 4999 == 0 || Integer.bitCount(epoch) == 1 || Integer.bitCount(epoch + 1) == 1) {
				assertEvenlySpaced(history.curve(), epoch);
			}
		});
		run.finish();
		assertThat(history.evaluations()).isEqualTo(epochs + 1L);
		assertThat(history.curve().stride()).isEqualTo(8);
		assertEvenlySpaced(history.curve(), epochs);
	}

	private static void assertEvenlySpaced(LossCurve curve, int latest) {
		int stride = curve.stride();
		double[] expected = DoubleStream
			.concat(IntStream.iterate(0, (epoch) -> epoch <= latest, (epoch) -> epoch + stride).asDoubleStream(),
					(latest % stride == 0) ? DoubleStream.empty() : DoubleStream.of(latest))
			.toArray();
		assertThat(curve.column(Column.EPOCH)).isEqualTo(expected);
		assertThat(curve.size()).isLessThanOrEqualTo(LossHistory.LIMIT + 1);
		assertThat(curve.column(Column.TRAIN_LOSS)).hasSameSizeAs(expected);
	}

	@Test
	void theLatestIsSeenAsAWhole() {
		String job = """
				{"training": {"epochs": 30, "batchSize": 16, "earlyStopping": {"patience": 5}},
				 "optimizer": {"type": "sgd", "learningRate": 20}}""";
		Trainings.run(job, (evaluated) -> {
			history.append(evaluated);
			var latest = Objects.requireNonNull(history.latest());
			assertThat(latest.evaluations()).isEqualTo(evaluated.state().epoch() + 1L);
			assertThat(latest.epoch()).isEqualTo(evaluated.state().epoch());
			assertThat(latest.step()).isEqualTo(evaluated.state().step()).isEqualTo(5L * latest.epoch());
			assertThat(latest.bestEpoch()).isEqualTo(evaluated.state().bestEpoch());
			for (var column : Column.values()) {
				assertThat(latest.of(column)).isEqualTo(history.latest(column));
			}
		}).finish();
	}

	@Test
	void thinningKeepsEpochsAndLossesTogether() {
		double[] losses = new double[LossHistory.LIMIT + 10];
		Trainings.run(Trainings.tiny(losses.length - 1), (evaluated) -> {
			losses[evaluated.state().epoch()] = evaluated.figures().trainLoss();
			history.append(evaluated);
		}).finish();
		var curve = history.curve();
		for (int i = 0; i < curve.size(); i++) {
			assertThat(curve.column(Column.TRAIN_LOSS)[i]).isEqualTo(losses[(int) curve.column(Column.EPOCH)[i]]);
		}
	}

	@Test
	void aCurveIsACopy() {
		Trainings.run(Trainings.tiny(3), history::append).finish();
		history.curve().column(Column.TRAIN_LOSS)[0] = -1;
		assertThat(history.curve().column(Column.TRAIN_LOSS)[0]).isPositive();
	}

}
