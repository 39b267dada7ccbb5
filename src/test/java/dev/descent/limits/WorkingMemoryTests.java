package dev.descent.limits;

import java.util.ArrayList;
import java.util.concurrent.Executor;

import dev.descent.problem.RefusedException;
import dev.descent.problem.TooBusyException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WorkingMemoryTests {

	private final WorkingMemory memory = new WorkingMemory(100);

	@Test
	void whatIsBorrowedIsGivenBackAtTheEnd() {
		var loan = memory.open();
		loan.run(() -> {
			WorkingMemory.borrow(30);
			WorkingMemory.borrow(40);
		});
		assertThat(memory.lent()).isEqualTo(70);
		loan.close();
		loan.close();
		assertThat(memory.lent()).isZero();
	}

	@Test
	void whatDoesNotFitNowFitsLater() {
		var first = memory.open();
		var second = memory.open();
		first.run(() -> WorkingMemory.borrow(60));
		assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> second.run(() -> WorkingMemory.borrow(41)))
			.withMessage("Other requests hold the memory that this one needs, about 41 bytes; try again later.");
		first.close();
		second.run(() -> WorkingMemory.borrow(41));
		assertThat(memory.lent()).isEqualTo(41);
	}

	@Test
	void whatNeverFitsIsRefused() {
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> memory.open().run(() -> WorkingMemory.borrow(101)))
			.satisfies((refused) -> assertThat(refused.faults().getFirst().detail())
				.isEqualTo("takes about 101 bytes of memory to answer; there are 100"));
		assertThat(memory.lent()).isZero();
	}

	@Test
	void aThreadWithoutARequestBorrowsNothing() {
		WorkingMemory.borrow(1000);
		WorkingMemory.repay();
		assertThat(memory.lent()).isZero();
	}

	@Test
	void whatIsDoneElsewhereIsDoneForTheSameRequest() {
		var later = new ArrayList<Runnable>();
		var loan = memory.open();
		loan.run(() -> {
			Executor carried = WorkingMemory.carriedBy(later::add);
			carried.execute(() -> WorkingMemory.borrow(50));
			WorkingMemory.borrow(20);
			WorkingMemory.repay();
		});
		later.forEach(Runnable::run);
		assertThat(memory.lent()).isEqualTo(50);
		loan.close();
		assertThatExceptionOfType(TooBusyException.class).as("nobody would give it back")
			.isThrownBy(() -> later.forEach(Runnable::run));
		assertThat(memory.lent()).isZero();
	}

}
