package dev.descent.insight.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Principal components against singular values from Commons Math. */
class PrincipalComponentsTests {

	private static List<double[]> path(int points, int parameters, int seed) {
		var random = RandomStream.of(seed, Purpose.DATASET);
		double[] at = new double[parameters];
		var path = new ArrayList<double[]>();
		for (int p = 0; p < points; p++) {
			for (int i = 0; i < parameters; i++) {
				at[i] += random.nextGaussian() * Math.exp(-0.1 * i) + 3;
			}
			path.add(at.clone());
		}
		return path;
	}

	@ParameterizedTest
	@CsvSource({ "64, 33, 1", "10, 500, 2", "200, 5, 3", "3, 2, 4", "40, 40, 5" })
	void directionsAndVariancesAreThoseOfTheSingularValues(int points, int parameters, int seed) {
		var path = path(points, parameters, seed);
		var components = PrincipalComponents.of(path, 2);
		double[][] centered = centered(path);
		var reference = new SingularValueDecomposition(MatrixUtils.createRealMatrix(centered));
		double[] values = reference.getSingularValues();
		double total = Arrays.stream(values).map((value) -> value * value).sum();
		assertThat(components.directions()).hasDimensions(2, parameters);
		for (int c = 0; c < 2; c++) {
			assertThat(components.shares()[c]).isCloseTo(values[c] * values[c] / total, within(1e-9));
			double[] direction = reference.getV().getColumn(c);
			double product = 0;
			for (int i = 0; i < parameters; i++) {
				product += direction[i] * components.directions()[c][i];
			}
			assertThat(Math.abs(product)).isCloseTo(1, within(1e-9));
		}
	}

	@Test
	void theLargestEntryOfADirectionIsPositive() {
		for (double[] direction : PrincipalComponents.of(path(20, 30, 6), 2).directions()) {
			double largest = Arrays.stream(direction).map(Math::abs).max().orElseThrow();
			assertThat(direction).contains(largest);
		}
	}

	@Test
	void aStraightPathHasOneDirectionAndAPointNone() {
		var straight = List.of(new double[] { 0, 0, 0 }, new double[] { 1, 2, 2 }, new double[] { 5, 10, 10 });
		var components = PrincipalComponents.of(straight, 2);
		assertThat(components.shares()).hasSize(1);
		assertThat(components.shares()[0]).isCloseTo(1, within(1e-12));
		assertThat(components.directions()[0]).containsExactly(new double[] { 1 / 3.0, 2 / 3.0, 2 / 3.0 },
				within(1e-12));
		assertThat(PrincipalComponents.of(List.of(new double[] { 1, 2 }, new double[] { 1, 2 }), 2).shares()).isEmpty();
		assertThat(PrincipalComponents.of(List.of(new double[] { 1, 2 }), 2).shares()).isEmpty();
	}

	private static double[][] centered(List<double[]> path) {
		int parameters = path.getFirst().length;
		double[] mean = new double[parameters];
		path.forEach((point) -> {
			for (int i = 0; i < parameters; i++) {
				mean[i] += point[i] / path.size();
			}
		});
		return path.stream().map((point) -> {
			double[] offset = new double[parameters];
			Arrays.setAll(offset, (i) -> point[i] - mean[i]);
			return offset;
		}).toArray(double[][]::new);
	}

}
