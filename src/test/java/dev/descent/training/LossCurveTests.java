package dev.descent.training;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.stream.IntStream;

import dev.descent.training.LossHistory.Column;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LossCurveTests {

	@ParameterizedTest
	@CsvSource({ "9, 8", "100, 8", "100, 9", "100, 50", "100, 99", "16385, 8", "16385, 1000", "16385, 16384" })
	void aThinnedCurveHasFirstLastAndExtremesAndAtMostSoManyPoints(int size, int most) {
		var curve = curve(size, true);
		var thinned = curve.thinned(most);
		assertThat(thinned.size()).isBetween(Math.min(most, 100) / 2, most);
		double[] epochs = thinned.column(Column.EPOCH);
		assertThat(epochs).isSorted().startsWith(0).endsWith(size - 1);
		assertThat(Arrays.stream(epochs).distinct().count()).isEqualTo(epochs.length);
		for (var column : new Column[] { Column.TRAIN_LOSS, Column.VALIDATION_LOSS }) {
			double[] all = curve.column(column);
			assertThat(thinned.column(column)).contains(Arrays.stream(all).min().orElseThrow(),
					Arrays.stream(all).max().orElseThrow());
			for (int i = 0; i < epochs.length; i++) {
				assertThat(thinned.column(column)[i]).isEqualTo(all[(int) epochs[i]]);
			}
		}
		assertThat(thinned.stride()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7, 8 })
	void aShortCurveStaysAsItIs(int size) {
		var curve = curve(size, true);
		assertThat(curve.thinned(8)).isSameAs(curve);
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 20 })
	void aCurveWithoutValidationIsThinnedToo(int most) {
		var thinned = curve(1000, false).thinned(most);
		assertThat(thinned.size()).isBetween(most / 2, most);
		assertThat(thinned.column(Column.EPOCH)).startsWith(0).endsWith(999);
		assertThat(thinned.column(Column.VALIDATION_LOSS)).hasSize(thinned.size()).containsOnly(Double.NaN);
	}

	@ParameterizedTest
	@ValueSource(ints = { 17, 50, 983 })
	void everySpikeOfTheTrainingLossIsSeenIfThereIsRoom(int spike) {
		var columns = new EnumMap<Column, double[]>(Column.class);
		columns.put(Column.EPOCH, IntStream.range(0, 1000).asDoubleStream().toArray());
		double[] losses = IntStream.range(0, 1000).mapToDouble((i) -> 1.0 / (i + 1)).toArray();
		losses[spike] += 0.05;
		columns.put(Column.TRAIN_LOSS, losses);
		columns.put(Column.VALIDATION_LOSS, losses.clone());
		assertThat(new LossCurve(columns, 1).thinned(200).column(Column.EPOCH)).contains(spike);
	}

	private static LossCurve curve(int size, boolean validation) {
		var columns = new EnumMap<Column, double[]>(Column.class);
		columns.put(Column.EPOCH, IntStream.range(0, size).asDoubleStream().toArray());
		columns.put(Column.TRAIN_LOSS,
				IntStream.range(0, size).mapToDouble((i) -> Math.sin(0.37 * i) / (i + 1)).toArray());
		columns.put(Column.VALIDATION_LOSS,
				IntStream.range(0, size).mapToDouble((i) -> validation ? Math.cos(0.11 * i) : Double.NaN).toArray());
		return new LossCurve(columns, 3);
	}

}
