package dev.descent.training;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TurnQueueTests {

	private static final int ENDLESS = 100_000_000;

	private final TurnQueue queue = new TurnQueue(Duration.ofMillis(50).toNanos());

	@Test
	void jobsOfOneAgeComeInTheOrderInWhichTheyLinedUp() throws Exception {
		var first = added("first", 0);
		var second = added("second", 0);
		var third = added("third", 0);
		assertThat(queue.take()).isSameAs(first);
		assertThat(queue.take()).isSameAs(second);
		assertThat(queue.take()).isSameAs(third);
	}

	@Test
	void aNewJobIsNextHoweverManyOldOnesWait() throws Exception {
		var old = added("old", 60);
		for (int i = 0; i < 10; i++) {
			added("old-" + i, 60);
		}
		var young = added("young", 0);
		assertThat(queue.take()).isSameAs(young);
		assertThat(queue.take()).isSameAs(old);
	}

	@Test
	void oldJobsGoOnHoweverManyNewOnesCome() throws Exception {
		var old = added("old", 60);
		for (int i = 0; i < 10; i++) {
			added("young-" + i, 0);
		}
		assertThat(queue.take()).isNotSameAs(old);
		assertThat(queue.take()).isSameAs(old);
	}

	private JobExecution added(String id, long trainedMillis) {
		var job = Trainings.job(id, Trainings.tiny(ENDLESS)).execution();
		if (trainedMillis > 0) {
			job.advance(Duration.ofMillis(trainedMillis).toNanos(), Trainings.ticker());
		}
		queue.add(job);
		return job;
	}

}
