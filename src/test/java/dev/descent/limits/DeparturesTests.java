package dev.descent.limits;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeparturesTests {

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(5));

	private final Departures departures = new Departures(now::get);

	@Test
	void nobodyIsToldToComeBackAtOnce() {
		assertThat(seconds()).isEqualTo(1);
		for (int i = 0; i < 100; i++) {
			pass(Duration.ofMillis(10));
			departures.note();
		}
		assertThat(seconds()).isEqualTo(1);
	}

	@Test
	void itTakesAsLongAsItTookLately() {
		for (int i = 0; i < 10; i++) {
			pass(Duration.ofSeconds(4));
			departures.note();
		}
		assertThat(seconds()).isEqualTo(4);
		pass(Duration.ofSeconds(40));
		assertThat(seconds()).as("the more time has passed since the last one").isEqualTo(10);
	}

	@Test
	void whatWasLongAgoNoLongerCounts() {
		for (int i = 0; i < 50; i++) {
			pass(Duration.ofMillis(100));
			departures.note();
		}
		pass(Duration.ofHours(8));
		departures.note();
		pass(Duration.ofSeconds(3));
		assertThat(seconds()).isEqualTo(3);
	}

	@Test
	void whereNothingEverLeftItTakesAsLongAgainAndAMinuteAtMost() {
		pass(Duration.ofSeconds(12));
		assertThat(seconds()).isEqualTo(12);
		pass(Duration.ofHours(1));
		assertThat(seconds()).isEqualTo(60);
	}

	private long seconds() {
		return departures.untilNext().toSeconds();
	}

	private void pass(Duration time) {
		now.addAndGet(time.toNanos());
	}

}
