package dev.descent.training;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SweepRecordTests {

	@Test
	void theAverageOfTheLossesIsCorrectedForItsStart() {
		var record = new SweepRecord(10, 0.5, 100);
		outcomes(record, 8, 4, 2);
		assertThat(record.curve().smoothed())
			.containsExactly(new double[] { 8, (8 + 2 * 4) / 3.0, (8 + 2 * 4 + 4 * 2) / 7.0 }, within(1e-14));
		assertThat(record.curve().losses()).containsExactly(8, 4, 2);
		assertThat(record.curve().rates()).containsExactly(1, 2, 3);
	}

	@Test
	void theFirstAverageIsTheFirstLoss() {
		var record = new SweepRecord(10, 0.9, 100);
		outcomes(record, 0.7895142508041382);
		assertThat(record.curve().smoothed()).containsExactly(0.7895142508041382);
	}

	@Test
	void withoutSmoothingTheLossesAreTakenAsTheyAre() {
		var record = new SweepRecord(10, 0, 100);
		outcomes(record, 8, 4, 2);
		assertThat(record.curve().smoothed()).containsExactly(8, 4, 2);
	}

	@Test
	void itEndsWhenTheLossIsAMultipleOfItsBest() {
		assertThat(outcomes(new SweepRecord(10, 0, 4), 3, 1, 2, 4, 4.1)).containsExactly(null, null, null, null,
				SweepOutcome.LOSS_GREW);
		assertThat(outcomes(new SweepRecord(10, 0, 2), -1, -3, -0.1, 0.1)).containsExactly(null, null, null,
				SweepOutcome.LOSS_GREW);
	}

	@Test
	void itEndsWithTheLastUpdate() {
		var record = new SweepRecord(3, 0.9, 4);
		assertThat(outcomes(record, 3, 2, 1)).containsExactly(null, null, SweepOutcome.ALL_UPDATES);
		assertThat(record.size()).isEqualTo(3);
	}

	@Test
	void itEndsBeforeWhatIsNotFinite() {
		for (double bad : new double[] { Double.NaN, Double.POSITIVE_INFINITY }) {
			var record = new SweepRecord(10, 0.9, 4);
			assertThat(outcomes(record, 3, bad)).containsExactly(null, SweepOutcome.NOT_FINITE);
			assertThat(record.curve().losses()).containsExactly(3);
		}
	}

	private static List<@Nullable SweepOutcome> outcomes(SweepRecord record, double... losses) {
		var outcomes = new ArrayList<@Nullable SweepOutcome>();
		for (int i = 0; i < losses.length; i++) {
			outcomes.add(record.append(i + 1, losses[i]));
		}
		return outcomes;
	}

}
