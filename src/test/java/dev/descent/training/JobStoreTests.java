package dev.descent.training;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import dev.descent.owner.CurrentOwner;
import dev.descent.owner.Owner;
import dev.descent.problem.ConflictException;
import dev.descent.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JobStoreTests {

	private static final Duration RETENTION = Duration.ofHours(2);

	private final AtomicReference<Instant> now = new AtomicReference<>(Trainings.NOW);

	private final JobStore store = store(Long.MAX_VALUE);

	@Test
	void aJobIsFoundByItsId() {
		var job = active(store, "a");
		assertThat(store.get(job.id())).isSameAs(job);
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> store.get(new TrainingJobId("b")))
			.withMessage("There is no training job 'b'; it may have expired.");
	}

	@Test
	void theNewestAreListedFirst() {
		for (String id : List.of("a", "b", "c", "d")) {
			active(store, id);
		}
		finished(store, "e");
		assertThat(ids(store, null, 2)).containsExactly("e", "d");
		assertThat(ids(store, "d", 2)).containsExactly("c", "b");
		assertThat(ids(store, "b", 2)).containsExactly("a");
		assertThat(ids(store, "a", 2)).isEmpty();
		assertThat(store.list(TrainingJob.class, (job) -> job.state().isFinal(), JobOrder.NEWEST, null, 9).jobs())
			.hasSize(1);
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> store.place(new TrainingJobId("x")));
	}

	@Test
	void aListGoesOnBehindAJobThatIsGone() {
		for (String id : List.of("a", "b", "c", "d", "e", "f")) {
			finished(store, id);
		}
		for (var order : JobOrder.values()) {
			var all = store.list(TrainingJob.class, (_) -> true, order, null, 9).jobs();
			var middle = store.list(TrainingJob.class, (_) -> true, order, null, 3).last();
			store.remove(all.get(2).id());
			assertThat(store.list(TrainingJob.class, (_) -> true, order, middle, 9).jobs())
				.isEqualTo(all.subList(3, all.size()));
		}
	}

	@Test
	void aJobThatComesAgainIsTheNewest() {
		for (String id : List.of("a", "b", "a")) {
			finished(store, id);
		}
		assertThat(ids(store, null, 9)).containsExactly("a", "b");
		assertThat(store.list(TrainingJob.class, (_) -> true, JobOrder.OLDEST, null, 1).last())
			.isEqualTo(store.place(new TrainingJobId("b")));
	}

	@Test
	void anEndedJobIsForgottenWhenItsTimeIsUp() {
		var job = finished(store, "a");
		assertThat(store.expiresAt(job)).isEqualTo(Trainings.NOW.plus(RETENTION));
		now.set(Trainings.NOW.plus(RETENTION));
		assertThat(store.get(job.id())).isSameAs(job);
		now.set(Trainings.NOW.plus(RETENTION).plusMillis(1));
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> store.get(job.id()));
		assertThat(ids(store, null, 9)).isEmpty();
	}

	@Test
	void theTimeOfAJobBeginsWhenItEnds() {
		var job = active(store, "a");
		now.set(Trainings.NOW.plus(RETENTION.multipliedBy(10)));
		assertThat(store.expiresAt(store.get(job.id()))).isNull();
		Trainings.finish(job);
		assertThat(store.expiresAt(store.get(job.id()))).isEqualTo(now.get().plus(RETENTION));
	}

	@Test
	void overTheBytesTheOldestEndedGoFirst() {
		var probe = Trainings.job("probe", Trainings.tiny(10));
		Trainings.finish(probe);
		var small = store(2 * probe.bytes());
		var old = active(small, "active");
		for (String id : List.of("a", "b")) {
			finished(small, id);
		}
		assertThat(ids(small, null, 9)).containsExactly("b", "a", "active");
		finished(small, "c");
		assertThat(ids(small, null, 9)).containsExactly("c", "b", "active");
		assertThat(small.get(old.id())).isSameAs(old);
	}

	@Test
	void whatAJobTakesMoreAfterItsEndCounts() {
		var job = finished(store, "a");
		long before = store.resultBytes();
		assertThat(before).isEqualTo(job.bytes());
		job.amend(Verb.AMEND, JobChange.of(Map.of("notes", "n".repeat(10_000))), List.of(), Trainings.AMENDMENTS);
		store.measure(job);
		assertThat(store.resultBytes()).isEqualTo(job.bytes()).isEqualTo(before + 20_000);
		store.remove(job.id());
		assertThat(store.resultBytes()).isZero();
	}

	@Test
	void activeJobsAreNeverForgotten() {
		var none = store(0);
		active(none, "a");
		var started = active(none, "b");
		started.execution().advance(1, Trainings.ticker());
		finished(none, "c");
		now.set(Trainings.NOW.plus(RETENTION.multipliedBy(10)));
		assertThat(ids(none, null, 9)).containsExactly("b", "a");
	}

	@Test
	void onlyAnEndedJobIsDeleted() {
		var active = active(store, "a");
		assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> store.remove(active.id()));
		assertThat(ids(store, null, 9)).containsExactly("a");
		active.execution().cancel();
		store.remove(active.id());
		assertThat(ids(store, null, 9)).isEmpty();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> store.remove(active.id()));
	}

	@Test
	void jobsOfEveryKindShareTheMemoryAndAreListedApart() {
		var probe = Trainings.rangeTest("probe", "{}");
		var small = store(2 * probe.bytes());
		finished(small, "a");
		for (String id : List.of("a", "b", "c")) {
			var test = Trainings.rangeTest(id, "{}");
			small.add(test, true);
			Trainings.finish(test);
		}
		assertThat(ids(small, null, 9)).isEmpty();
		assertThat(small.list(LearningRateRangeTest.class, (_) -> true, JobOrder.NEWEST, null, 9).jobs())
			.extracting((test) -> test.id().value())
			.containsExactly("c", "b");
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> small.get(new LearningRateRangeTestId("a")))
			.withMessage("There is no learning-rate range test 'a'; it may have expired.");
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> small.get(new TrainingJobId("b")));
	}

	private JobStore store(long mostBytes) {
		return new JobStore(RETENTION, mostBytes, now::get, new CurrentOwner(() -> Owner.ANYONE));
	}

	private TrainingJob active(JobStore store, String id) {
		var job = Trainings.job(id, Trainings.tiny(10), now::get);
		store.add(job, true);
		return job;
	}

	private TrainingJob finished(JobStore store, String id) {
		var job = active(store, id);
		Trainings.finish(job);
		return job;
	}

	private static List<String> ids(JobStore store, @Nullable String after, int limit) {
		var behind = (after != null) ? store.place(new TrainingJobId(after)) : null;
		return store.list(TrainingJob.class, (_) -> true, JobOrder.NEWEST, behind, limit)
			.jobs()
			.stream()
			.map((job) -> job.id().value())
			.toList();
	}

}
