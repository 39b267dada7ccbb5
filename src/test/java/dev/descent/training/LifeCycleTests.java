package dev.descent.training;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.problem.ConflictException;
import dev.descent.training.LifeCycle.Transition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.descent.training.JobState.CANCELLED;
import static dev.descent.training.JobState.DIVERGED;
import static dev.descent.training.JobState.FAILED;
import static dev.descent.training.JobState.PAUSED;
import static dev.descent.training.JobState.QUEUED;
import static dev.descent.training.JobState.RUNNING;
import static dev.descent.training.JobState.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LifeCycleTests {

	private static final Instant START = Trainings.NOW;

	private static final Map<JobState, Set<JobState>> LEGAL = Map.of(QUEUED, Set.of(RUNNING, PAUSED, CANCELLED, FAILED),
			RUNNING, Set.of(PAUSED, SUCCEEDED, FAILED, CANCELLED, DIVERGED), PAUSED, Set.of(QUEUED, CANCELLED),
			SUCCEEDED, Set.of(), FAILED, Set.of(), CANCELLED, Set.of(), DIVERGED, Set.of());

	static Stream<Arguments> everyPair() {
		return EnumSet.allOf(JobState.class)
			.stream()
			.flatMap((from) -> EnumSet.allOf(JobState.class).stream().map((to) -> Arguments.of(from, to)));
	}

	@ParameterizedTest
	@MethodSource("everyPair")
	void onlyLegalTransitionsAreMade(JobState from, JobState to) {
		var life = in(from);
		var before = life.transitions();
		if (LEGAL.getOrDefault(from, Set.of()).contains(to)) {
			life.become(to, START.plusSeconds(60));
			assertThat(life.state()).isEqualTo(to);
			assertThat(life.since()).isEqualTo(START.plusSeconds(60));
			assertThat(life.transitions()).startsWith(before.toArray(Transition[]::new))
				.endsWith(new Transition(to, START.plusSeconds(60)))
				.hasSize(before.size() + 1);
		}
		else {
			assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> life.become(to, START))
				.withMessage("The job is " + from.jsonName() + " and cannot become " + to.jsonName() + ".");
			assertThat(life.transitions()).isEqualTo(before);
		}
		assertThat(life.createdAt()).isEqualTo(START);
	}

	@ParameterizedTest
	@EnumSource
	void aStateIsFinalIfNothingFollows(JobState state) {
		assertThat(state.isFinal()).isEqualTo(LEGAL.getOrDefault(state, Set.of()).isEmpty());
	}

	@Test
	void ofManyThatWantToEndItOneWins() throws Exception {
		var life = in(RUNNING);
		var ends = List.of(SUCCEEDED, FAILED, CANCELLED, DIVERGED);
		try (var threads = Executors.newFixedThreadPool(8)) {
			var attempts = IntStream.range(0, 64)
				.mapToObj((i) -> threads.submit(() -> life.become(ends.get(i % ends.size()), START)))
				.toList();
			int won = 0;
			for (Future<?> attempt : attempts) {
				won += succeeded(attempt) ? 1 : 0;
			}
			assertThat(won).isEqualTo(1);
		}
		assertThat(life.transitions()).hasSize(3);
	}

	private static boolean succeeded(Future<?> attempt) throws InterruptedException {
		try {
			attempt.get();
			return true;
		}
		catch (ExecutionException ex) {
			assertThat(ex).hasCauseInstanceOf(ConflictException.class);
			return false;
		}
	}

	@Test
	void whoWaitsIsToldOfTheNextTransition() {
		var life = in(QUEUED);
		var next = life.after(1);
		var nextButOne = life.after(2);
		assertThat(next).isNotDone();
		life.become(RUNNING, START);
		assertThat(next).isCompleted();
		assertThat(nextButOne).isCompleted();
		assertThat(life.after(1)).isCompleted();
		assertThat(life.after(2)).isNotDone();
	}

	@Test
	void nobodyWaitsForWhatWillNeverCome() {
		var life = in(RUNNING);
		var end = life.after(2);
		life.become(SUCCEEDED, START);
		assertThat(end).isCompleted();
		assertThat(life.after(3)).isCompleted();
		assertThat(life.waiting()).isZero();
	}

	@Test
	void whoGivesUpWaitingLeavesNothingBehind() {
		var life = in(QUEUED);
		var waiting = IntStream.range(0, 10).mapToObj((_) -> life.after(1)).toList();
		assertThat(life.waiting()).isEqualTo(10);
		waiting.forEach((change) -> change.cancel(false));
		assertThat(life.waiting()).isZero();
	}

	@Test
	void onlyTheTimeOfRunningCounts() {
		var life = in(QUEUED);
		assertThat(life.ranUntil(START.plusSeconds(5))).isZero();
		life.become(RUNNING, START.plusSeconds(10));
		assertThat(life.ranUntil(START.plusSeconds(13))).isEqualTo(Duration.ofSeconds(3));
		life.become(SUCCEEDED, START.plusSeconds(14));
		assertThat(life.ranUntil(START.plusSeconds(99))).isEqualTo(Duration.ofSeconds(4));
	}

	private static LifeCycle in(JobState state) {
		var life = new LifeCycle(START);
		if (state != QUEUED && state != RUNNING) {
			life.become(RUNNING, START);
		}
		if (state != QUEUED) {
			life.become(state, START);
		}
		return life;
	}

}
