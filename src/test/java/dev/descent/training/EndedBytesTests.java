package dev.descent.training;

import dev.descent.owner.Owner;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EndedBytesTests {

	private static final Owner ANNA = new Owner("anna");

	private static final Owner BEN = new Owner("ben");

	private final EndedBytes ended = new EndedBytes();

	@Test
	void whoHasMostLosesTheirFirst() {
		ended.add(id("a1"), ANNA, 10);
		ended.add(id("b1"), BEN, 30);
		ended.add(id("b2"), BEN, 5);
		assertThat(ended.first()).isEqualTo(id("a1"));
		assertThat(ended.firstOfTheLargest()).isEqualTo(id("b1"));
		ended.remove(id("b1"));
		assertThat(ended.firstOfTheLargest()).isEqualTo(id("a1"));
		assertThat(ended.total()).isEqualTo(15);
		assertThat(ended.jobs()).isEqualTo(2);
	}

	@Test
	void whatAJobTakesNowCounts() {
		ended.add(id("a1"), ANNA, 10);
		ended.add(id("b1"), BEN, 11);
		ended.change(id("a1"), 12);
		ended.change(id("nobody's"), 1000);
		assertThat(ended.firstOfTheLargest()).isEqualTo(id("a1"));
		assertThat(ended.total()).isEqualTo(23);
	}

	@Test
	void whereNothingIsLeftNothingCanGo() {
		ended.add(id("a1"), ANNA, 0);
		ended.remove(id("a1"));
		ended.remove(id("a1"));
		assertThat(ended.first()).isNull();
		assertThat(ended.firstOfTheLargest()).isNull();
		assertThat(ended.total()).isZero();
	}

	private static JobId id(String name) {
		return new TrainingJobId(name);
	}

}
