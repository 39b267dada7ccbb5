package dev.descent.race;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import dev.descent.insight.surface.Part;
import dev.descent.race.statistics.Quartiles;
import dev.descent.training.JobState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RaceCurvesTests {

	private static final double INFINITY = Double.POSITIVE_INFINITY;

	private final MadeRace race = new MadeRace(List.of("a", "b"));

	/**
	 * {@code numpy.percentile([[8, 1], [4, 2], [6, 3], [2, 10]], [25, 50, 75], axis=0)}.
	 */
	@Test
	void quartilesAreThoseOfNumpyAtEachEpoch() {
		race.run(0, JobState.SUCCEEDED, 8, 1)
			.run(0, JobState.SUCCEEDED, 4, 2)
			.run(0, JobState.SUCCEEDED, 6, 3)
			.run(0, JobState.SUCCEEDED, 2, 10);
		var curves = race.curves(Against.EPOCHS, 100);
		assertThat(curves.places()).containsExactly(0, 1);
		assertThat(curves.curves().get(0).runs()).isEqualTo(4);
		assertThat(curves.curves().get(0).quartiles()).containsExactly(new Quartiles(3.5, 5, 6.5),
				new Quartiles(1.75, 2.5, 4.75));
		assertThat(curves.curves().get(1).runs()).isZero();
		assertThat(curves.curves().get(1).quartiles()).isEmpty();
	}

	@Test
	void anEndedRunKeepsItsLastLossAndOneThatDivergedIsInfinite() {
		race.run(0, JobState.SUCCEEDED, 5, 4)
			.run(0, JobState.DIVERGED, 5, 9, INFINITY)
			.run(0, JobState.DIVERGED, 7, 8)
			.run(1, JobState.SUCCEEDED, 3, 2, 1, 0);
		var curves = race.curves(Against.EPOCHS, 100);
		assertThat(curves.places()).containsExactly(0, 1, 2, 3);
		assertThat(medians(curves, 0)).containsExactly(5, 8, INFINITY, INFINITY);
		assertThat(column(curves, 0, Quartiles::lower)).startsWith(5, 6).endsWith(INFINITY);
		assertThat(medians(curves, 1)).containsExactly(3, 2, 1, 0);
	}

	@Test
	void betweenTwoEpochsTheEarlierLossHolds() {
		race.run(0, JobState.SUCCEEDED, false, new double[] { 0, 2, 4 }, new double[] { 9, 5, 1 })
			.run(1, JobState.SUCCEEDED, 4, 3, 2, 1, 0, -1);
		var curves = race.curves(Against.EPOCHS, 100);
		assertThat(curves.places()).containsExactly(0, 1, 2, 3, 4, 5);
		assertThat(medians(curves, 0)).containsExactly(9, 9, 5, 5, 1, 1);
	}

	@Test
	void placesAgainstCostAndTimeAreEven() {
		race.run(0, JobState.SUCCEEDED, 9, 5, 1).run(1, JobState.SUCCEEDED, 3, 2, 1);
		var against = race.curves(Against.GRADIENT_EVALUATIONS, 5);
		assertThat(against.places()).containsExactly(0, 1, 2, 3, 4);
		assertThat(medians(against, 0)).containsExactly(9, 9, 5, 5, 1);
		assertThat(race.curves(Against.SECONDS, 3).places()).containsExactly(0, 1, 2);
		assertThat(medians(race.curves(Against.SECONDS, 3), 1)).containsExactly(3, 2, 1);
	}

	@Test
	void manyEpochsAreThinnedAndBothEndsStay() {
		race.run(0, JobState.SUCCEEDED, IntStream.range(0, 1001).asDoubleStream().toArray());
		assertThat(race.curves(Against.EPOCHS, 5).places()).containsExactly(0, 250, 500, 750, 1000);
		assertThat(race.curves(Against.EPOCHS, 2).places()).containsExactly(0, 1000);
		assertThat(race.curves(Against.EPOCHS, 1001).places()).hasSize(1001);
	}

	@Test
	void whatDoesNotCountIsLeftOut() {
		race.run(0, JobState.SUCCEEDED, 1, 1)
			.run(0, JobState.CANCELLED, 9, 9, 9)
			.run(0, JobState.SUCCEEDED, true, new double[] { 0, 1 }, new double[] { 9, 9 });
		assertThat(race.curves(Against.EPOCHS, 9).places()).containsExactly(0, 1);
		assertThat(race.curves(Against.EPOCHS, 9).curves().get(0).runs()).isOne();
	}

	@Test
	void withoutSamplesOrRunsThereIsNoCurve() {
		assertThat(race.curves(Against.SECONDS, 9).places()).isEmpty();
		race.run(0, JobState.SUCCEEDED, 1, 1);
		var curves = RaceCurves.of(race.record(), Against.EPOCHS, Part.VALIDATION, 9, List.of(0));
		assertThat(curves.places()).isEmpty();
		assertThat(curves.curves().getFirst().runs()).isZero();
	}

	private static double[] medians(RaceCurves curves, int index) {
		return column(curves, index, Quartiles::median);
	}

	private static double[] column(RaceCurves curves, int index, ToDoubleFunction<Quartiles> number) {
		return curves.curves().get(index).quartiles().stream().mapToDouble(number).toArray();
	}

}
