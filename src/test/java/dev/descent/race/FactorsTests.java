package dev.descent.race;

import java.util.List;
import java.util.Map;

import dev.descent.race.specification.DesignSpecification.LatinHypercubeSpecification;
import org.junit.jupiter.api.Test;

import static dev.descent.race.MadeRace.axis;
import static org.assertj.core.api.Assertions.assertThat;

class FactorsTests {

	@Test
	void numbersAreInAscendingOrderAndOthersAsTheyWereGiven() {
		var factors = Factors.of(new MadeRace(List.of("z", "a"), axis("training.batchSize", 64, 8, 8.0),
				axis("network.hiddenLayers", List.of(Map.of("units", 8), Map.of("units", 4)), List.of()),
				axis("scaling", "standard", null))
			.plan());
		assertThat(factors.all()).extracting(Factor::name)
			.containsExactly("variant", "training.batchSize", "network.hiddenLayers", "scaling");
		assertThat(factors.given().labels()).containsExactly("z", "a");
		assertThat(factors.given().levelOf()).startsWith(0).endsWith(1).hasSize(24);
		var batch = factors.axes().get(0);
		assertThat(batch.levels()).containsExactly(8, 64);
		assertThat(batch.levelOf()).startsWith(1, 1, 1, 1, 0);
		assertThat(batch.names()).containsExactly("batchSize=8", "batchSize=64");
		assertThat(batch.labels()).containsExactly("8", "64");
		assertThat(factors.axes().get(1).labels()).containsExactly("8-4", "[]");
		assertThat(factors.axes().get(1).isNumeric()).isFalse();
		assertThat(factors.axes().get(2).labels()).containsExactly("standard", "null");
	}

	@Test
	void valuesOverMoreThanADecadeAreSeenByTheirRatios() {
		assertThat(logarithmic(0.01, 0.1)).isFalse();
		assertThat(logarithmic(0.01, 0.2)).isTrue();
		assertThat(logarithmic(0, 100)).isFalse();
		assertThat(logarithmic("a", "b")).isFalse();
	}

	private static boolean logarithmic(Object... values) {
		return Factors.of(new MadeRace(List.of("a"), axis("x", values)).plan()).axes().getFirst().logarithmic();
	}

	@Test
	void labelsAreShortButNotTheSame() {
		assertThat(labels(0.00123456, 1e-5, 123456789.0, 0)).containsExactly("0", "1e-5", "0.00123", "1.23e8");
		assertThat(labels(0.12341, 0.12342)).containsExactly("0.12341", "0.12342");
	}

	private static List<String> labels(Object... values) {
		return Factors.of(new MadeRace(List.of("a"), axis("x", values)).plan()).axes().getFirst().labels();
	}

	@Test
	void groupsHaveInCommonWhatIsNotSetApart() {
		var factors = Factors.of(new MadeRace(List.of("a", "b"), axis("x", 1, 2), axis("y", 3, 4)).plan());
		assertThat(factors.groups(List.of(factors.axes().get(0)))).extracting(Factors.Group::name)
			.containsExactly("a y=3", "a y=4", "b y=3", "b y=4");
		assertThat(factors.groups(List.of(factors.axes().get(0)))).extracting(Factors.Group::variants)
			.containsExactly(List.of(0, 2), List.of(1, 3), List.of(4, 6), List.of(5, 7));
		assertThat(factors.groups(factors.all())).extracting(Factors.Group::name).containsExactly("all");
	}

	@Test
	void whereThereIsNoGridTheOtherAxesVary() {
		var factors = Factors.of(new MadeRace(null, new LatinHypercubeSpecification(6, 1L), List.of("a", "b"),
				axis("x", 1, 2, 3), axis("y", 3, 4))
			.plan());
		assertThat(factors.isMappable()).isFalse();
		assertThat(factors.groups(List.of(factors.axes().get(0)))).extracting(Factors.Group::name)
			.containsExactly("a", "b");
	}

}
