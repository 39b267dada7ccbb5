package dev.descent.race;

import java.util.List;

import org.junit.jupiter.api.Test;

import static dev.descent.race.MadeRace.axis;
import static org.assertj.core.api.Assertions.assertThat;

class StabilityMapTests {

	private static StabilityMap of(MadeRace race) {
		var factors = Factors.of(race.plan());
		return StabilityMap.of(race.record(), factors, factors.axes().get(0), factors.axes().get(1));
	}

	/**
	 * Variants by x and y: 0 (1, 0), 1 (1, 0.9), 2 (2, 0), 3 (2, 0.9), 4 (3, 0), 5 (3,
	 * 0.9).
	 */
	@Test
	void theBorderIsWhereMoreThanHalfDiverge() {
		var race = new MadeRace(List.of("a"), axis("x", 1, 2, 3), axis("y", 0, 0.9));
		race.ended(0, 5, 7).ended(2, 3).diverged(2, 1).ended(4, 1).diverged(4, 2);
		race.diverged(1, 1).ended(3, 4);
		var grid = of(race).grids().getFirst();
		assertThat(grid.name()).isEqualTo("all");
		assertThat(grid.stable(0)).as("half of the runs at 2 diverge, two thirds at 3").isEqualTo(2);
		assertThat(grid.stable(1)).as("all diverge at 1").isZero();
		assertThat(grid.cells().get(0).get(0).score().median()).isEqualTo(6);
		assertThat(grid.cells().get(0).get(2).diverged().count()).isEqualTo(2);
		assertThat(grid.cells().get(0).get(2).diverged().of()).isEqualTo(3);
		assertThat(grid.cells().get(1).get(2).diverged().of()).as("no run has ended").isZero();
	}

	@Test
	void whatHasNoRunsIsPassedOver() {
		var race = new MadeRace(List.of("a"), axis("x", 1, 2, 3), axis("y", 0)).ended(0, 1).ended(2, 1);
		assertThat(of(race).grids().getFirst().stable(0)).isEqualTo(3);
	}

	@Test
	void everyOtherCombinationHasAMapTheBestFirst() {
		var race = new MadeRace(List.of("a", "b"), axis("x", 1, 2), axis("y", 0, 1)).ended(0, 5).ended(7, 4);
		assertThat(of(race).grids()).extracting(StabilityMap.Grid::name).containsExactly("b", "a");
		assertThat(of(race).grids().getFirst().cells().get(1).get(1).score().median()).isEqualTo(4);
	}

}
