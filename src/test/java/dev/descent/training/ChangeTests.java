package dev.descent.training;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.descent.problem.RefusedException;
import dev.descent.training.specification.Amendment;
import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.training.specification.WeightEdit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is changed before a run begins, or before something that is amended later on. */
class ChangeTests {

	private static final Map<String, @Nullable Object> SLOWER = Map.of("optimizer", Map.of("learningRate", 0.1));

	private static final Map<String, @Nullable Object> LONGER = Map.of("training", Map.of("epochs", 40));

	private static final Map<String, @Nullable Object> OTHER_METHOD = Map.of("optimizer", Map.of("type", "lbfgs"));

	private static final String LONGER_AT_10 = "{\"step\": 10, \"change\": {\"training\": {\"epochs\": 40}}}";

	private static final String SLOWER_AT_20 = "{\"step\": 20, \"change\": {\"optimizer\": {\"learningRate\": 0.1}}}";

	private static final String BATCHES_AT_20 = "{\"step\": 20, \"change\": {\"training\": {\"batchSize\": 2}}}";

	/** Its jobs are advanced by hand. */
	private final TrainingJobs service = Trainings
		.service(new TrainingScheduler(1, Duration.ofMillis(20), Trainings.room(100), System::nanoTime));

	private final TrainingJob ended = finished(service.submit(Trainings.specification(Trainings.tiny(30))));

	@Test
	void aForkIsChangedBeforeItBegins() {
		var straight = finished(service.fork(ended, at(10),
				Map.of("optimizer", Map.of("learningRate", 0.1), "training", Map.of("epochs", 40))));
		var fork = service.fork(ended, at(10), SLOWER);
		service.change(fork.id(), LONGER);
		assertThat(fork.document().amendments()).extracting(Amendment::step).containsExactly(10L, 10L);
		finished(fork);
		assertThat(numbers(fork)).isEqualTo(numbers(straight));
		assertThat(numbers(finished(service.submit(fork.document())))).isEqualTo(numbers(fork));
	}

	@Test
	void weightsOfAForkAreSetBeforeItBegins() {
		var fork = service.fork(ended, at(10), Map.of());
		fork.execution().pause();
		service.edit(fork.id(), List.of(new WeightEdit(0, 0, 1, 7.0)));
		service.resume(fork.id());
		finished(fork);
		assertThat(numbers(fork)).isNotEqualTo(numbers(ended));
		assertThat(numbers(finished(service.submit(fork.document())))).isEqualTo(numbers(fork));
	}

	@Test
	void aForkIsSteppedFromWhereItBegins() {
		var fork = service.fork(ended, at(10), Map.of());
		fork.execution().pause();
		assertThat(fork.pausedAtStep()).isEqualTo(10);
		service.step(fork.id(), 3, false);
		Trainings.advance(fork);
		assertThat(fork.pausedAtStep()).isEqualTo(13);
	}

	@Test
	void aForkOfAForkThatHasNotBegunHasItsChange() {
		var fork = service.fork(ended, at(10), SLOWER);
		assertThat(numbers(finished(service.fork(fork, fork.present(), Map.of())))).isEqualTo(numbers(finished(fork)));
	}

	@Test
	void whatIsAmendedLaterOnStillHolds() {
		var job = service.submit(document(SLOWER_AT_20));
		stepTo(job, 10);
		service.change(job.id(), LONGER);
		assertThat(job.document().amendments()).extracting(Amendment::step).containsExactly(10L, 20L);
		assertThat(job.specification().training().epochs()).isEqualTo(40);
		service.resume(job.id());
		finished(job);
		var posted = finished(service.submit(document(LONGER_AT_10, SLOWER_AT_20)));
		assertThat(numbers(job)).isEqualTo(numbers(posted));
		assertThat(job.present().updates()).isEqualTo(40);
		assertThat(job.present().state().learningRate()).isEqualTo(0.1);
	}

	@Test
	void aChangeThatDoesNotGoWithALaterOneIsRefused() {
		var job = service.submit(document(BATCHES_AT_20));
		stepTo(job, 10);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> service.change(job.id(), OTHER_METHOD))
			.satisfies((refused) -> assertThat(refused.faults().getFirst().detail())
				.startsWith("does not go with what is amended after 20 updates: /training/batchSize "));
		assertThat(job.document().amendments()).hasSize(1);
	}

	private Checkpoint at(int epoch) {
		return ended.checkpoints().all().get(epoch);
	}

	/** A job with amendments as JSON. */
	private static TrainingJobSpecification document(String... amendments) {
		return Trainings.specification(
				Trainings.tiny(30).replaceFirst("\\{", "{\"amendments\": [" + String.join(", ", amendments) + "], "));
	}

	private void stepTo(TrainingJob job, int step) {
		job.execution().pause();
		service.step(job.id(), step, false);
		Trainings.advance(job);
		assertThat(job.pausedAtStep()).isEqualTo(step);
	}

	private static TrainingJob finished(TrainingJob job) {
		Trainings.finish(job);
		assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
		return job;
	}

	private static double[] numbers(TrainingJob job) {
		return job.present().state().numbers();
	}

}
