package dev.descent.training;

import java.util.List;

import dev.descent.engine.training.StopReason;
import dev.descent.problem.NotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CheckpointsTests {

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4, 5, 7, 8, 64, 101 })
	void theyAreEvenlySpacedAndNeverTooMany(int limit) {
		var checkpoints = new Checkpoints(limit);
		Trainings.run(Trainings.tiny(500), (run) -> {
			checkpoints.offer(run);
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
			var run = Trainings.run(Trainings.tiny(epochs), checkpoints::offer);
			run.finish();
			checkpoints.end(new Checkpoint(run.state()));
			assertThat(epochs(checkpoints)).hasSizeLessThanOrEqualTo(limit)
				.startsWith(0)
				.endsWith(epochs)
				.isSorted()
				.doesNotHaveDuplicates();
			assertThat(checkpoints.latest()).isNotNull().isSameAs(checkpoints.at(epochs));
		}
	}

	@Test
	void aRestoredBestEpochStandsInItsPlace() {
		var checkpoints = new Checkpoints(100);
		var run = Trainings.run("""
				{"dataset": {"type": "moons", "noise": 0.5}, "optimizer": {"type": "adam", "learningRate": 0.2},
				 "training": {"epochs": 10000, "earlyStopping": {"patience": 10}}}""", checkpoints::offer);
		run.finish();
		assertThat(run.state().stopReason()).isEqualTo(StopReason.EARLY_STOPPED);
		int best = run.state().bestEpoch();
		assertThat(run.state().epoch()).isEqualTo(best + 10);
		checkpoints.end(new Checkpoint(run.state()));
		assertThat(epochs(checkpoints)).contains(best).isSorted().doesNotHaveDuplicates();
		assertThat(checkpoints.latest()).isNotNull().extracting(Checkpoint::epoch).isEqualTo(best);
	}

	@Test
	void aCheckpointIsACopyOfItsMoment() {
		var checkpoints = new Checkpoints(10);
		Trainings.run(Trainings.tiny(3), checkpoints::offer).finish();
		assertThat(checkpoints.at(0).parameters().values()).isNotEqualTo(checkpoints.at(3).parameters().values());
		assertThat(checkpoints.at(2).step()).isEqualTo(2);
	}

	@Test
	void anEpochThatWasNotKeptIsNotFoundAndTheNearestIsNamed() {
		var checkpoints = new Checkpoints(4);
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> checkpoints.at(0))
			.withMessage("Epoch 0 was not kept; nothing is recorded yet.");
		assertThat(checkpoints.latest()).isNull();
		Trainings.run(Trainings.tiny(12), checkpoints::offer).finish();
		assertThat(epochs(checkpoints)).containsExactly(0, 4, 8, 12);
		assertThat(checkpoints.at(8).epoch()).isEqualTo(8);
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> checkpoints.at(7))
			.withMessage("Epoch 7 was not kept; the nearest that was is epoch 8.");
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> checkpoints.at(Integer.MIN_VALUE))
			.withMessageEndingWith("the nearest that was is epoch 0.");
	}

	private static List<Integer> epochs(Checkpoints checkpoints) {
		return checkpoints.all().stream().map(Checkpoint::epoch).toList();
	}

}
