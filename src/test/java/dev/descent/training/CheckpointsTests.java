package dev.descent.training;

import java.util.List;

import dev.descent.engine.training.StopReason;
import dev.descent.engine.training.TrainingListener;
import dev.descent.engine.training.TrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CheckpointsTests {

	/** Plays no part here. */
	private static final Experiment EXPERIMENT = Trainings.experiment("{}");

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4, 5, 7, 8, 64, 101 })
	void theyAreEvenlySpacedAndNeverTooMany(int limit) {
		var checkpoints = new Checkpoints(limit);
		run(Trainings.tiny(500), (run) -> {
			offer(checkpoints, run);
			int stride = checkpoints.stride();
			var epochs = epochs(checkpoints);
			assertThat(Integer.bitCount(stride)).isEqualTo(1);
			assertThat(epochs).hasSizeLessThanOrEqualTo(limit);
			for (int i = 0; i < epochs.size(); i++) {
				assertThat(epochs.get(i)).isEqualTo(i * stride);
			}
			assertThat(run.state().epoch() - epochs.getLast()).isBetween(0, stride);
		}).finish();
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4, 5, 64 })
	void theEndTakesAPlaceOfItsOwn(int limit) {
		for (int epochs : List.of(0, 1, 2, 3, 4, 7, 8, 63, 64, 100)) {
			var checkpoints = new Checkpoints(limit);
			var run = run(Trainings.tiny(epochs), (evaluated) -> offer(checkpoints, evaluated));
			run.finish();
			checkpoints.end(moment(run, 0));
			assertThat(epochs(checkpoints)).hasSizeLessThanOrEqualTo(limit)
				.startsWith(0)
				.endsWith(epochs)
				.isSorted()
				.doesNotHaveDuplicates();
			assertThat(checkpoints.latest()).isNotNull().isSameAs(checkpoints.before(new Moment.AfterEpoch(epochs)));
		}
	}

	@Test
	void aRestoredBestEpochStandsInItsPlace() {
		var checkpoints = new Checkpoints(100);
		var run = run("""
				{"dataset": {"type": "moons", "noise": 0.5}, "optimizer": {"type": "adam", "learningRate": 0.2},
				 "training": {"epochs": 10000, "earlyStopping": {"patience": 10}}}""",
				(evaluated) -> offer(checkpoints, evaluated));
		run.finish();
		assertThat(run.state().stopReason()).isEqualTo(StopReason.EARLY_STOPPED);
		int best = run.state().bestEpoch();
		assertThat(run.state().epoch()).isEqualTo(best + 10);
		checkpoints.end(moment(run, 0));
		assertThat(epochs(checkpoints)).contains(best).isSorted().doesNotHaveDuplicates();
		assertThat(checkpoints.latest()).isNotNull().extracting(Checkpoint::epoch).isEqualTo(best);
	}

	@Test
	void aCheckpointIsACopyOfItsMoment() {
		var checkpoints = new Checkpoints(10);
		run(Trainings.tiny(3), (evaluated) -> offer(checkpoints, evaluated)).finish();
		assertThat(checkpoints.all().get(0).parameters().values())
			.isNotEqualTo(checkpoints.all().get(3).parameters().values());
		assertThat(checkpoints.all().get(2).step()).isEqualTo(2);
	}

	@Test
	void theNearestBeforeAMomentIsFound() {
		var checkpoints = new Checkpoints(4);
		assertThat(checkpoints.before(new Moment.AfterEpoch(0))).isNull();
		assertThat(checkpoints.latest()).isNull();
		run(Trainings.tiny(12), (evaluated) -> offer(checkpoints, evaluated)).finish();
		assertThat(epochs(checkpoints)).containsExactly(0, 4, 8, 12);
		for (int epoch = 0; epoch < 20; epoch++) {
			int nearest = Math.min(epoch / 4 * 4, 12);
			assertThat(checkpoints.before(new Moment.AfterEpoch(epoch))).extracting(Checkpoint::epoch)
				.isEqualTo(nearest);
			assertThat(checkpoints.before(new Moment.AfterUpdate(epoch))).extracting(Checkpoint::epoch)
				.isEqualTo(nearest);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 5, 8, 64 })
	void thoseUpToAMomentGoOnAsIfTheRunHadJustComeThere(int limit) {
		var first = new Checkpoints(64);
		run(Trainings.tiny(40), (evaluated) -> offer(first, evaluated)).finish();
		var moment = first.all().get(24);
		var branch = first.upTo(moment, limit);
		assertThat(epochs(branch)).hasSizeLessThanOrEqualTo(limit).startsWith(0).endsWith(24).isSorted();
		var rest = first.all().subList(25, 41);
		rest.forEach((next) -> branch.offer((evaluations) -> {
			assertThat(evaluations).isEqualTo(next.evaluations());
			return next;
		}));
		assertThat(epochs(branch)).hasSizeLessThanOrEqualTo(limit).startsWith(0).isSorted().doesNotHaveDuplicates();
		assertThat(epochs(branch).getLast()).isGreaterThan(40 - branch.stride());
	}

	private static TrainingRun run(String json, TrainingListener listener) {
		return Trainings.run(json, listener);
	}

	private static void offer(Checkpoints checkpoints, TrainingRun run) {
		checkpoints.offer((evaluations) -> moment(run, evaluations));
	}

	private static Checkpoint moment(TrainingRun run, long evaluations) {
		return new Checkpoint(EXPERIMENT, 0, evaluations, run.state());
	}

	private static List<Integer> epochs(Checkpoints checkpoints) {
		return checkpoints.all().stream().map(Checkpoint::epoch).toList();
	}

}
