package dev.descent.training;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.training.Hold;
import dev.descent.engine.training.StopReason;
import dev.descent.engine.training.TrainingListener;
import dev.descent.engine.training.TrainingState;
import dev.descent.support.Variants;
import dev.descent.training.LossHistory.Column;
import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.training.specification.WeightEdit;
import dev.descent.training.specification.optimizer.Ingredient;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import dev.descent.training.specification.schedule.ScheduleSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However a run is paused, forked, continued, visited or posted again: it has the bits of
 * the run that went straight through.
 */
class SameBitsTests {

	private static final int JOBS = 400;

	private static final List<String> GENERATED = GeneratedJobs.some(JOBS, 5);

	/** Its jobs are advanced by hand, so nothing depends on time. */
	private static final TrainingJobs SERVICE = Trainings.service(scheduler());

	private static final TrainingScheduler WORKERS = scheduler();

	private static final Replays REPLAYS = new Replays(Trainings.WORK_LIMITS,
			new Computations(WORKERS, InstantSource.fixed(Trainings.NOW)), new ScalarKernels());

	private static TrainingScheduler scheduler() {
		return new TrainingScheduler(1, Duration.ofMillis(20), Trainings.room(1_000_000), System::nanoTime);
	}

	@BeforeAll
	static void start() {
		WORKERS.start();
	}

	@AfterAll
	static void stop() {
		WORKERS.stop();
	}

	static Stream<Sample> samples() {
		return IntStream.range(0, JOBS).mapToObj((i) -> new Sample(i, GENERATED.get(i)));
	}

	/** A job, and a source of what to do with it. */
	record Sample(int number, String json) {

		SplittableRandom random() {
			return new SplittableRandom(number);
		}

		TrainingJob submit() {
			return SERVICE.submit(Trainings.specification(json));
		}

		TrainingJob finished() {
			return finish(submit());
		}

		@Override
		public String toString() {
			return number + ": " + json;
		}

	}

	@Test
	void everyMethodAndEveryScheduleIsAmongThem() {
		assertThat(GENERATED.stream().map(Trainings::specification).map((job) -> job.optimizer().getClass()).distinct())
			.hasSameSizeAs(Variants.of(OptimizerSpecification.class));
		assertThat(GENERATED.stream().map(Trainings::specification).map((job) -> job.schedule().getClass()).distinct())
			.hasSameSizeAs(Variants.of(ScheduleSpecification.class));
		assertThat(samples().map(Sample::finished).map(TrainingJob::stopReason)).contains(StopReason.COMPLETED,
				StopReason.EARLY_STOPPED);
	}

	@ParameterizedTest
	@MethodSource("samples")
	void pausedAtManyMoments(Sample sample) {
		var straight = sample.finished();
		var random = sample.random();
		var paused = sample.submit();
		paused.execution().pause();
		int pauses = 0;
		while (!paused.state().isFinal()) {
			assertThat(paused.state()).isEqualTo(JobState.PAUSED);
			int count = 1 + random.nextInt(7);
			boolean epochs = random.nextInt(3) == 0;
			paused.execution().resume(Verb.STEP, () -> paused.holdAfter(count, epochs));
			Trainings.advance(paused);
			pauses++;
		}
		assertThat(pauses).isPositive();
		assertSame(paused, straight);
	}

	@ParameterizedTest
	@MethodSource("samples")
	void runAgainAndPostedAgain(Sample sample) {
		var straight = sample.finished();
		assertSame(finish(SERVICE.rerun(straight.id())), straight);
		assertSame(finish(SERVICE.submit(reread(straight.document()))), straight);
	}

	@ParameterizedTest
	@MethodSource("samples")
	void anyMomentAgain(Sample sample) {
		var straight = sample.finished();
		var random = sample.random();
		long updates = updates(straight);
		for (int i = 0; i < 4; i++) {
			long step = random.nextLong(updates + 1);
			var expected = stateAfter(straight, new Moment.AfterUpdate(step));
			if (expected != null) {
				assertThat(REPLAYS.at(straight, null, step).join().state().numbers()).as("step %d", step)
					.containsExactly(expected.numbers());
				assertThat(REPLAYS.at(straight, expected.epoch(), null).join().epoch()).isEqualTo(expected.epoch());
			}
		}
	}

	/** Where a run is that goes straight there; null if it ends before. */
	private static @Nullable TrainingState stateAfter(TrainingJob job, Moment moment) {
		var course = job.course();
		var run = new CourseRun(course, new Experiment(course.phase(0).specification(), job.data().get()),
				new ScalarKernels(), TrainingListener.NONE);
		while (run.stopReason() == null && !moment.reachedBy(run.state())) {
			run.advance(1, Hold.NONE);
		}
		return (run.stopReason() != StopReason.DIVERGED && moment.reachedBy(run.state())) ? run.state().shownLast()
				: null;
	}

	@ParameterizedTest
	@MethodSource("samples")
	void forkedFromAnyMoment(Sample sample) {
		var straight = sample.finished();
		var random = sample.random();
		long step = random.nextLong(updates(straight) + 1);
		if (stateAfter(straight, new Moment.AfterUpdate(step)) == null) {
			return;
		}
		var moment = REPLAYS.at(straight, null, step).join();
		assertSame(finish(SERVICE.fork(straight, moment, Map.of())), straight);

		var other = finish(SERVICE.fork(straight, moment, change(straight, random)));
		assertThat(other.origin()).isNotNull();
		assertSame(finish(SERVICE.submit(reread(other.document()))), other);
		assertSame(finish(SERVICE.fork(other, REPLAYS.at(other, null, step / 2).join(), Map.of())),
				finish(SERVICE.submit(upTo(other.document(), step / 2))));
	}

	/** Without the amendments that come after a moment. */
	private static TrainingJobSpecification upTo(TrainingJobSpecification document, long step) {
		return document.with(document.amendments().stream().filter((a) -> a.step() <= step).toList());
	}

	@ParameterizedTest
	@MethodSource("samples")
	void continuedAfterItsEnd(Sample sample) {
		int more = 1 + sample.random().nextInt(5);
		var half = sample.finished();
		if (half.state() == JobState.DIVERGED || half.stopReason() == StopReason.CONVERGED) {
			return;
		}
		var continued = finish(SERVICE.continued(half.id(), more));
		assertSame(finish(SERVICE.submit(reread(continued.document()))), continued);
		if (half.stopReason() == StopReason.COMPLETED) {
			var document = half.document();
			var straight = finish(SERVICE.submit(longer(document, document.training().epochs() + more)));
			assertThat(continued.present().state().numbers()).containsExactly(straight.present().state().numbers());
			assertThat(continued.stopReason()).isEqualTo(straight.stopReason());
		}
	}

	private static TrainingJobSpecification longer(TrainingJobSpecification document, int epochs) {
		return Trainings.patched(document, Map.of("training", Map.of("epochs", epochs)));
	}

	@ParameterizedTest
	@MethodSource("samples")
	void amendedOnItsWay(Sample sample) {
		var random = sample.random();
		var job = sample.submit();
		job.execution().pause();
		for (int i = 0; i < 3 && !job.state().isFinal(); i++) {
			int count = 1 + random.nextInt(5);
			job.execution().resume(Verb.STEP, () -> job.holdAfter(count, false));
			Trainings.advance(job);
			if (job.state() == JobState.PAUSED) {
				SERVICE.change(job.id(), change(job, random));
				if (random.nextBoolean()) {
					SERVICE.edit(job.id(), List.of(new WeightEdit(0, 1, random.nextBoolean() ? 0 : null, 0.25)));
				}
			}
		}
		if (job.state() == JobState.PAUSED) {
			job.execution().resume(Verb.RESUME, job::release);
		}
		finish(job);
		assertSame(finish(SERVICE.submit(reread(job.document()))), job);
		assertSame(finish(SERVICE.rerun(job.id())), job);
	}

	/** Something that the job can be told on its way. */
	private static Map<String, @Nullable Object> change(TrainingJob job, SplittableRandom random) {
		boolean anyBatch = !job.specification().optimizer().refused().containsKey(Ingredient.MINI_BATCHES);
		return switch (random.nextInt(anyBatch ? 7 : 6)) {
			case 0 -> Map.of("training", Map.of("epochs", 15 + random.nextInt(5)));
			case 6 -> Map.of("training", Map.of("batchSize", 1 + random.nextInt(30)));
			case 1 -> Map.of("optimizer", Map.of("type", "adam", "learningRate", 0.05), "schedule",
					Map.of("type", "constant"));
			case 2 -> Map.of("optimizer", Map.of("type", "sgd", "learningRate", 0.01, "momentum", 0.5), "averaging",
					Map.of("type", "ema"));
			case 3 -> Map.of("regularization", Map.of("l2", 0.001), "recording", Map.of("evaluateEvery", 2));
			case 4 -> Map.of("training", Map.of("earlyStopping", Map.of("patience", 4)), "name", "renamed");
			default -> Map.of("network",
					Map.of("hiddenLayers", List.of(Map.of("units", 3, "activation", Map.of("type", "sigmoid")))));
		};
	}

	private static TrainingJobSpecification reread(TrainingJobSpecification document) {
		return Trainings.specification(Trainings.json(document));
	}

	private static TrainingJob finish(TrainingJob job) {
		Trainings.finish(job);
		assertThat(job.state()).as(Trainings.json(job.document())).isIn(JobState.SUCCEEDED, JobState.DIVERGED);
		return job;
	}

	private static long updates(TrainingJob job) {
		return job.present().updates();
	}

	private static void assertSame(TrainingJob job, TrainingJob other) {
		assertThat(job.stopReason()).isEqualTo(other.stopReason());
		assertThat(job.present().state().numbers()).containsExactly(other.present().state().numbers());
		for (var column : Column.values()) {
			assertThat(job.history().curve().column(column)).as(column.name())
				.containsExactly(other.history().curve().column(column));
		}
		assertThat(Readings.of(job)).isEqualTo(Readings.of(other));
	}

}
