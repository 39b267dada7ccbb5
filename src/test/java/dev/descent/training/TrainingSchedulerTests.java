package dev.descent.training;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.descent.owner.Owner;
import dev.descent.problem.TooBusyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TrainingSchedulerTests {

	private static final int ENDLESS = 100_000_000;

	/** One worker and a clock of its own, so that all happens in a fixed order. */
	private final TrainingScheduler scheduler = new TrainingScheduler(1, Duration.ofMillis(20), Trainings.room(5),
			Trainings.ticker());

	private final List<TrainingJob> jobs = new ArrayList<>();

	/** Workers of other schedulers. */
	private final Set<Thread> known = Thread.getAllStackTraces().keySet();

	@AfterEach
	void stop() {
		scheduler.stop();
	}

	@Test
	void allJobsAdvanceByTheSameSlicesInTurn() throws Exception {
		var first = schedule(ENDLESS);
		var second = schedule(ENDLESS);
		var brief = schedule(30);
		var third = schedule(ENDLESS);
		var trained = brief.lifeCycle()
			.finished()
			.thenApply((_) -> List.of(first, second, third).stream().map(TrainingJob::trainedFor).toList());
		scheduler.start();
		var durations = trained.get(60, TimeUnit.SECONDS);
		long turns = durations.getFirst().toMillis() / 20;
		assertThat(turns).isBetween(2L, 5L);
		assertThat(durations).containsExactly(Duration.ofMillis(20 * turns), Duration.ofMillis(20 * turns),
				Duration.ofMillis(20 * (turns - 1)));
		assertThat(brief.trainedFor()).isBetween(Duration.ofMillis(20 * (turns - 1)), Duration.ofMillis(20 * turns));
	}

	@Test
	void jobsThatCameFirstEndFirst() throws Exception {
		var ended = Collections.synchronizedList(new ArrayList<TrainingJob>());
		var all = IntStream.range(0, 5).mapToObj((_) -> schedule(200)).toList();
		var recorded = all.stream().map((job) -> job.lifeCycle().finished().thenRun(() -> ended.add(job))).toList();
		scheduler.start();
		for (var end : recorded) {
			end.get(60, TimeUnit.SECONDS);
		}
		assertThat(ended).isEqualTo(all);
	}

	@Test
	void noMoreJobsThanAllowedAreActive() {
		for (int i = 0; i < 5; i++) {
			schedule(ENDLESS);
		}
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> schedule(1))
				.withMessage("There are 5 active jobs, as many as allowed; try again later.")
				.satisfies((busy) -> assertThat(busy.retryAfter()).isBetween(Duration.ofSeconds(1),
						Duration.ofSeconds(60)));
		}
		jobs.getFirst().execution().cancel();
		schedule(1);
		assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> schedule(1));
	}

	@Test
	void aJobThatFailsLeavesTheWorkerToTheOthers() throws Exception {
		for (Throwable failure : new Throwable[] { new IllegalStateException("no data"), new StackOverflowError() }) {
			var bad = Trainings.job("bad", Trainings.tiny(10), () -> {
				throw Trainings.<RuntimeException>unchecked(failure);
			}, InstantSource.fixed(Trainings.NOW));
			scheduler.room().reserve(bad.lifeCycle(), Owner.ANYONE, 0);
			scheduler.schedule(bad.execution());
		}
		var good = schedule(100);
		scheduler.start();
		good.lifeCycle().finished().get(60, TimeUnit.SECONDS);
		assertThat(good.state()).isEqualTo(JobState.SUCCEEDED);
		for (int i = 0; i < 5; i++) {
			schedule(ENDLESS);
		}
	}

	@Test
	void anInterruptedWorkerGoesOn() throws Exception {
		scheduler.start();
		var worker = Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("training-1") && thread.isAlive() && !known.contains(thread))
			.findFirst()
			.orElseThrow();
		for (int epochs : new int[] { 1, 1_000_000, 1 }) {
			worker.interrupt();
			var job = schedule(epochs);
			worker.interrupt();
			job.lifeCycle().finished().get(60, TimeUnit.SECONDS);
			assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
		}
		assertThat(worker.isAlive()).isTrue();
		scheduler.stop();
		worker.join(Duration.ofSeconds(60));
		assertThat(worker.isAlive()).isFalse();
	}

	@Test
	void aJobThatWasCancelledWhileItWaitedIsPassedOver() throws Exception {
		var cancelled = schedule(100);
		var next = schedule(100);
		cancelled.execution().cancel();
		scheduler.start();
		next.lifeCycle().finished().get(60, TimeUnit.SECONDS);
		assertThat(cancelled.trainedFor()).isZero();
		assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
	}

	private TrainingJob schedule(int epochs) {
		var job = Trainings.job("job-" + jobs.size(), Trainings.tiny(epochs));
		scheduler.room().reserve(job.lifeCycle(), Owner.ANYONE, 0);
		scheduler.schedule(job.execution());
		jobs.add(job);
		return job;
	}

}
