package dev.descent.race.specification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import dev.descent.race.specification.AxisSpecification.Scale;
import dev.descent.race.specification.DesignSpecification.GridSpecification;
import dev.descent.race.specification.DesignSpecification.LatinHypercubeSpecification;
import dev.descent.race.specification.DesignSpecification.RandomSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Which points of the axes a sweep runs. */
@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
class DesignTests {

	private static final AxisSpecification RATE = range("optimizer.learningRate", 0.001, 10, 5, null);

	private static final AxisSpecification MOMENTUM = range("optimizer.momentum", 0, 0.9, 4, null);

	private static final AxisSpecification METHOD = new AxisSpecification("optimizer.type",
			List.of("sgd", "adam", "yogi"), null, null, null, null, null);

	private static AxisSpecification range(String field, double from, double to, int count, @Nullable Boolean integer) {
		return new AxisSpecification(field, null, from, to, count, null, integer);
	}

	@Test
	void aRangeOverMoreThanATenfoldIsLogarithmic() {
		assertThat(RATE.scale()).isEqualTo(Scale.LOGARITHMIC);
		assertThat(MOMENTUM.scale()).isEqualTo(Scale.LINEAR);
		assertThat(range("x", 1, 10, 2, null).scale()).isEqualTo(Scale.LINEAR);
	}

	@Test
	void aGridHasAllValuesOfAllAxesWithEachOtherAndTheEndsOfRanges() {
		var grid = new GridSpecification();
		var axes = List.of(RATE, MOMENTUM, METHOD);
		var points = grid.points(axes);
		assertThat(points).hasSize(60).doesNotHaveDuplicates();
		assertThat(grid.size(axes)).isEqualTo(60);
		assertThat(points.getFirst()).isEqualTo(List.of(0.001, 0.0, "sgd"));
		assertThat(points.get(1)).isEqualTo(List.of(0.001, 0.0, "adam"));
		assertThat(points.getLast()).isEqualTo(List.of(10.0, 0.9, "yogi"));
		assertThat(points.stream().map(List::getFirst).distinct()).isEqualTo(List.of(0.001, 0.01, 0.1, 1.0, 10.0));
	}

	@Test
	void theSizeOfAGridDoesNotOverflow() {
		var axis = range("x", 1, 2, 200, null);
		assertThat(new GridSpecification().size(Collections.nCopies(40, axis))).isEqualTo(Long.MAX_VALUE);
	}

	@Test
	void aLatinHypercubeHasOnePointInEachPartOfEachAxis() {
		var points = new LatinHypercubeSpecification(24, 7L).points(List.of(RATE, MOMENTUM, METHOD));
		assertThat(points).hasSize(24);
		var rates = points.stream().map((point) -> part(Math.log10((double) point.get(0)), -3, 1, 24)).toList();
		assertThat(new HashSet<>(rates)).hasSize(24);
		var momenta = points.stream().map((point) -> part((double) point.get(1), 0, 0.9, 24)).toList();
		assertThat(new HashSet<>(momenta)).hasSize(24);
		assertThat(momenta).isNotEqualTo(rates).isNotEqualTo(rates.stream().sorted().toList());
		for (String method : List.of("sgd", "adam", "yogi")) {
			assertThat(points.stream().filter((point) -> method.equals(point.get(2)))).hasSize(8);
		}
	}

	private static int part(double value, double low, double high, int parts) {
		return (int) ((value - low) / (high - low) * parts);
	}

	@Test
	void randomPointsAreEvenOnTheScaleOfTheirAxisAndDependOnTheSeedAlone() {
		var points = new RandomSpecification(2000, 3L).points(List.of(RATE, METHOD));
		assertThat(points).isEqualTo(new RandomSpecification(2000, 3L).points(List.of(RATE, METHOD)))
			.isNotEqualTo(new RandomSpecification(2000, 4L).points(List.of(RATE, METHOD)));
		assertThat(points).allMatch((point) -> (double) point.getFirst() >= 0.001 && (double) point.getFirst() <= 10);
		var decades = new ArrayList<Long>();
		for (int decade = -3; decade < 1; decade++) {
			int of = decade;
			decades.add(points.stream()
				.filter((point) -> part(Math.log10((double) point.getFirst()), -3, 1, 4) == of + 3)
				.count());
		}
		assertThat(decades).allMatch((count) -> Math.abs(count - 500) < 70);
	}

	@Test
	void wholeNumbersAreRounded() {
		var axis = new AxisSpecification("training.batchSize", null, 1.0, 64.0, 7, null, true);
		assertThat(IntStream.range(0, 7).mapToObj(axis::value)).isEqualTo(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L));
	}

	@Test
	void tunedRatesLieAtEqualRatiosOrAreDrawn() {
		var grid = new TuningSpecification(null, 5, 0.001, 10.0, null, null);
		assertThat(grid.triedRates()).containsExactly(0.001, 0.01, 0.1, 1, 10);
		double[] drawn = new TuningSpecification(TuningSpecification.Search.RANDOM, 50, 0.001, 10.0, null, 1L)
			.triedRates();
		assertThat(drawn).hasSize(50).isSorted().doesNotHaveDuplicates();
		assertThat(drawn[25]).isCloseTo(0.1, within(0.09));
	}

}
