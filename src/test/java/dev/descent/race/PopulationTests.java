package dev.descent.race;

import java.util.List;
import java.util.Objects;

import dev.descent.race.statistics.Proportion;
import dev.descent.race.statistics.Quartiles;
import dev.descent.training.JobState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PopulationTests {

	private static final double INFINITY = Double.POSITIVE_INFINITY;

	/** The target is 1, an epoch costs two gradients. */
	private final Population population = Population
		.of(new MadeRace(1.0, null, List.of("a", "b")).run(0, JobState.SUCCEEDED, 3, 2, 1, 0.5)
			.run(0, JobState.SUCCEEDED, 3, 1, 0.9, 0.8)
			.run(0, JobState.SUCCEEDED, 3, 3, 3, 2)
			.run(0, JobState.SUCCEEDED, 3, 3, 3, 2.5)
			.run(0, JobState.DIVERGED, 3, 9)
			.run(0, JobState.DIVERGED, 3, 99)
			.run(0, JobState.CANCELLED, 3, 0)
			.run(1, JobState.SUCCEEDED, 0, 0)
			.record(), 0);

	@Test
	void sharesAreOfTheRunsThatCount() {
		assertThat(population.runs()).hasSize(6);
		assertThat(population.reached()).isEqualTo(Proportion.of(2, 6));
		assertThat(population.diverged()).isEqualTo(Proportion.of(2, 6));
	}

	@Test
	void whatNeverReachesTheTargetCostsInfinitelyMuch() {
		assertThat(population.cost()).isEqualTo(new Quartiles(INFINITY, INFINITY, INFINITY));
		assertThat(population.finalLoss()).isEqualTo(Quartiles.of(0.5, 0.8, 2, 2.5, INFINITY, INFINITY));
		var all = Population.of(new MadeRace(1.0, null, List.of("a")).run(0, JobState.SUCCEEDED, 3, 2, 1)
			.run(0, JobState.SUCCEEDED, 3, 1)
			.run(0, JobState.SUCCEEDED, 1)
			.record(), 0);
		assertThat(all.cost()).isEqualTo(new Quartiles(1, 2, 3));
		assertThat(all.epochs()).isEqualTo(new Quartiles(0.5, 1, 1.5));
	}

	@Test
	void theShareStepsUpAtEachCost() {
		assertThat(population.reachedAtCost()).containsExactly(new Population.Reached(0, Proportion.of(0, 6)),
				new Population.Reached(2, Proportion.of(1, 6)), new Population.Reached(4, Proportion.of(2, 6)));
		assertThat(population.longest()).isEqualTo(6);
	}

	@Test
	void thereAreRunsToLookAt() {
		assertThat(seed(population.fastest())).isEqualTo(43);
		assertThat(seed(population.slowest())).isEqualTo(42);
		assertThat(seed(population.median())).as("the third of six").isEqualTo(44);
		assertThat(seed(population.stuck())).isEqualTo(45);
		assertThat(seed(population.firstDiverged())).isEqualTo(46);
	}

	private static long seed(@Nullable RaceRun run) {
		return Objects.requireNonNull(run).seed();
	}

	@Test
	void lossesThatSpanMuchAreCountedByTheirRatios() {
		assertThat(population.finalLosses().counts()).containsExactly(2, 0, 0, 1, 1);
		assertThat(population.finalLosses().edges()).containsExactly(0.5, 0.9, 1.3, 1.7000000000000002, 2.1, 2.5);
		assertThat(population.finalLosses().logarithmic()).isFalse();
		var wide = LossHistogram.of(new double[] { 1, 10, 100_000, 99_999 });
		assertThat(wide.logarithmic()).isTrue();
		assertThat(wide.counts()).containsExactly(1, 1, 0, 0, 2);
		assertThat(wide.edges()).hasSize(6).startsWith(1, 10);
		assertThat(LossHistogram.of(new double[] { 2, 2 }).counts()).containsExactly(2, 0, 0, 0, 0);
		assertThat(LossHistogram.of(new double[0]).counts()).isEmpty();
	}

	@Test
	void beforeAnyRunHasEndedThereIsNothing() {
		var nobody = Population.of(new MadeRace(List.of("a")).record(), 0);
		assertThat(nobody.reached()).isEqualTo(Proportion.of(0, 0));
		assertThat(nobody.reachedAtCost()).isEmpty();
		assertThat(nobody.median()).isNull();
		assertThat(nobody.longest()).isZero();
	}

}
