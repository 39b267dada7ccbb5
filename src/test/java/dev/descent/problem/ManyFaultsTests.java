package dev.descent.problem;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManyFaultsTests {

	private final Faults faults = new Faults().at("rows");

	@Test
	void theFirstTwentyAreReportedAndTheRestIsCounted() {
		try (var many = new ManyFaults(faults)) {
			for (int i = 0; i < 57; i++) {
				many.add(faults.at(i), "is odd");
			}
		}
		assertThat(faults.all()).hasSize(21)
			.startsWith(new Fault("/rows/0", "is odd"))
			.endsWith(new Fault("/rows/19", "is odd"), new Fault("/rows", "and 37 more"));
	}

	@Test
	void twentyAreReportedWithoutARest() {
		try (var many = new ManyFaults(faults)) {
			for (int i = 0; i < 20; i++) {
				many.add(faults.at(i), "is odd");
			}
			assertThat(many.isEmpty()).isFalse();
		}
		assertThat(faults.all()).hasSize(20).last().isEqualTo(new Fault("/rows/19", "is odd"));
	}

	@Test
	void noneIsNothing() {
		try (var many = new ManyFaults(faults)) {
			assertThat(many.isEmpty()).isTrue();
		}
		assertThat(faults.all()).isEmpty();
	}

}
