package dev.descent.race;

import java.util.List;
import java.util.stream.IntStream;

import dev.descent.race.Sensitivity.Line;
import dev.descent.race.Sensitivity.Point;
import org.junit.jupiter.api.Test;

import static dev.descent.race.MadeRace.axis;
import static org.assertj.core.api.Assertions.assertThat;

class SensitivityTests {

	private static Sensitivity of(MadeRace race, double within) {
		var factors = Factors.of(race.plan());
		return Sensitivity.of(race.record(), factors, factors.axes().getFirst(), within);
	}

	@Test
	void eachCombinationHasALineThatSaysHowForgivingItIs() {
		var race = new MadeRace(List.of("a", "b"), axis("rate", 1, 0.1, 0.01, 10));
		race.ended(0, 2.1, 2.1).ended(1, 2, 1.9, 2.1).ended(2, 5).diverged(3, 3);
		race.ended(4, 1.05).ended(5, 1).ended(6, 1.2).ended(7, 1.1);
		var lines = of(race, 1.1).lines();
		assertThat(lines).extracting(Line::name).containsExactly("b", "a");
		var a = lines.get(1);
		assertThat(a.points()).extracting(Point::value).containsExactly(0.01, 0.1, 1.0, 10.0);
		assertThat(a.points()).extracting(Point::median).containsExactly(5.0, 2.0, 2.1, Double.POSITIVE_INFINITY);
		assertThat(a.points().get(3).performance().diverged().share()).isOne();
		assertThat(a.best()).extracting(Point::value).isEqualTo(0.1);
		assertThat(a.forgiving(1.1)).extracting(Point::value).containsExactly(0.1, 1.0);
		assertThat(a.forgiving(1)).extracting(Point::value).containsExactly(0.1);
		assertThat(a.forgiving(3)).extracting(Point::value).containsExactly(0.01, 0.1, 1.0);
		assertThat(lines.get(0).forgiving(1.1)).extracting(Point::value).containsExactly(0.1, 1.0, 10.0);
	}

	@Test
	void whereAllDivergedNothingIsBest() {
		var line = of(new MadeRace(List.of("a"), axis("rate", 1, 2)).diverged(0, 2).diverged(1, 1), 2).lines()
			.getFirst();
		assertThat(line.name()).isEqualTo("all");
		assertThat(line.best()).isNull();
		assertThat(line.forgiving(2)).isEmpty();
	}

	@Test
	void beyondEightTheBestAreShownAndTheOthersNamed() {
		var race = new MadeRace(IntStream.range(0, 10).mapToObj((i) -> "v" + i).toList(), axis("rate", 1, 2));
		IntStream.range(0, 10).forEach((i) -> race.ended(2 * i, 100 - i).ended(2 * i + 1, 200 - i));
		var sensitivity = of(race, 2);
		assertThat(sensitivity.lines()).extracting(Line::name)
			.containsExactly("v9", "v8", "v7", "v6", "v5", "v4", "v3", "v2");
		assertThat(sensitivity.left()).containsExactly("v1", "v0");
	}

	@Test
	void beforeAnyRunHasEndedThereAreNoScores() {
		var line = of(new MadeRace(List.of("a"), axis("rate", 1, 2)), 2).lines().getFirst();
		assertThat(line.points()).extracting(Point::median).containsExactly(Double.NaN, Double.NaN);
		assertThat(line.best()).isNull();
	}

}
