package dev.descent.training;

import java.util.concurrent.atomic.AtomicLong;

import dev.descent.limits.Departures;
import dev.descent.owner.Owner;
import dev.descent.problem.RefusedException;
import dev.descent.problem.TooBusyException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RoomTests {

	private static final String SHARE = "Your active jobs are as many, or take as much memory, "
			+ "as one owner of keys may have; try again later.";

	private static final Owner ANNA = new Owner("anna");

	private static final Owner BEN = new Owner("ben");

	private final AtomicLong nanos = new AtomicLong();

	private final Room room = new Room(4, 2, 1000, new Departures(nanos::get));

	@Test
	void aJobHasItsPlaceUntilItHasEnded() {
		var first = reserved(Owner.ANYONE, 100);
		for (int i = 0; i < 3; i++) {
			reserved(Owner.ANYONE, 100);
		}
		assertThat(room.active()).isEqualTo(4);
		assertRefused(Owner.ANYONE, 1, "There are 4 active jobs, as many as allowed; try again later.");
		end(first);
		assertThat(room.active()).isEqualTo(3);
		assertThat(room.activeBytes()).isEqualTo(300);
		reserved(Owner.ANYONE, 1);
	}

	@Test
	void memoryThatIsTakenIsNotGivenTwice() {
		var first = reserved(Owner.ANYONE, 600);
		assertRefused(Owner.ANYONE, 401,
				"The active jobs leave 400 of 1,000 bytes of memory, and this takes up to 401; try again later.");
		room.resize(first, 500);
		reserved(Owner.ANYONE, 401);
		end(first);
		assertThat(room.activeBytes()).isEqualTo(401);
	}

	@Test
	void whatNeverFitsIsRefusedForGood() {
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> room.reserve(new LifeCycle(Trainings.NOW), ANNA, 1001))
			.satisfies((refused) -> assertThat(refused.faults().getFirst().detail())
				.isEqualTo("takes up to 1,001 bytes of memory; all that is active may take 1,000"));
	}

	@Test
	void oneOwnerOfSeveralHasAShareOfThePlaces() {
		var first = reserved(ANNA, 1);
		reserved(ANNA, 1);
		assertRefused(ANNA, 1, SHARE);
		reserved(BEN, 1);
		end(first);
		reserved(ANNA, 1);
	}

	@Test
	void oneOwnerOfSeveralHasTheSameShareOfTheMemoryOrOneJob() {
		var large = reserved(ANNA, 700);
		assertRefused(ANNA, 1, SHARE);
		reserved(BEN, 200);
		end(large);
		reserved(ANNA, 300);
		assertRefused(ANNA, 201, SHARE);
		reserved(ANNA, 200);
	}

	@Test
	void whoeverIsRefusedIsToldHowFastPlacesBecomeFree() {
		var first = reserved(Owner.ANYONE, 1000);
		nanos.set(3_000_000_000L);
		end(first);
		reserved(Owner.ANYONE, 1000);
		nanos.set(6_000_000_000L);
		assertThatExceptionOfType(TooBusyException.class)
			.isThrownBy(() -> room.reserve(new LifeCycle(Trainings.NOW), Owner.ANYONE, 1))
			.satisfies((ex) -> assertThat(ex.retryAfter()).hasSeconds(3));
	}

	private LifeCycle reserved(Owner owner, long demand) {
		var job = new LifeCycle(Trainings.NOW);
		room.reserve(job, owner, demand);
		return job;
	}

	private void assertRefused(Owner owner, long demand, String why) {
		assertThatExceptionOfType(TooBusyException.class)
			.isThrownBy(() -> room.reserve(new LifeCycle(Trainings.NOW), owner, demand))
			.withMessage(why);
	}

	private static void end(LifeCycle job) {
		job.become(JobState.CANCELLED, Trainings.NOW);
	}

}
