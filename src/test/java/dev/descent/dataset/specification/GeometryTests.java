package dev.descent.dataset.specification;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.Labels;
import dev.descent.dataset.Statistics;
import dev.descent.dataset.Values;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The samples lie where everybody expects them. */
class GeometryTests {

	@FunctionalInterface
	private interface Sample {

		void accept(double x1, double x2, int label);

	}

	@Test
	void moonsAreTwoHalfCircles() {
		forEach("{\"type\":\"moons\",\"noise\":0}", (x1, x2, label) -> {
			if (label == 0) {
				assertThat(Math.hypot(x1, x2)).isCloseTo(1, within(1e-12));
				assertThat(x2).isGreaterThanOrEqualTo(0);
			}
			else {
				assertThat(Math.hypot(x1 - 1, x2 - 0.5)).isCloseTo(1, within(1e-12));
				assertThat(x2).isLessThanOrEqualTo(0.5);
			}
		});
	}

	@Test
	void moonsReachFromEndToEnd() {
		var moons = dataset("{\"type\":\"moons\",\"noise\":0}");
		var x1 = Statistics.of(moons.size(), (row) -> moons.feature(row, 0));
		assertThat(x1.min()).isEqualTo(-1);
		assertThat(x1.max()).isEqualTo(2);
	}

	@Test
	void circlesHaveRadiusOneAndTheFactor() {
		forEach("{\"type\":\"circles\",\"noise\":0,\"factor\":0.3}",
				(x1, x2, label) -> assertThat(Math.hypot(x1, x2)).isCloseTo((label == 0) ? 1 : 0.3, within(1e-12)));
	}

	@Test
	void ringsGrowByEqualSteps() {
		forEach("{\"type\":\"rings\",\"noise\":0,\"rings\":4}",
				(x1, x2, label) -> assertThat(Math.hypot(x1, x2)).isCloseTo((label + 1) / 4.0, within(1e-12)));
	}

	@Test
	void xorIsOneWhereTheSignsDiffer() {
		int[] quadrants = new int[4];
		forEach("{\"type\":\"xor\",\"noise\":0,\"gap\":0.25}", (x1, x2, label) -> {
			assertThat(label).isEqualTo(((x1 > 0) != (x2 > 0)) ? 1 : 0);
			assertThat(Math.abs(x1)).isBetween(0.25, 1.0);
			assertThat(Math.abs(x2)).isBetween(0.25, 1.0);
			quadrants[((x1 > 0) ? 1 : 0) + ((x2 > 0) ? 2 : 0)]++;
		});
		assertThat(quadrants).containsExactly(25, 25, 25, 25);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4 })
	void tilesOfABoardAlternate(int tiles) {
		forEach("{\"type\":\"checkerboard\",\"samples\":300,\"tiles\":" + tiles + "}", (x1, x2, label) -> {
			int column = (int) ((x1 + 1) / 2 * tiles);
			int row = (int) ((x2 + 1) / 2 * tiles);
			assertThat(label).isEqualTo((column + row) % 2);
			assertThat(Math.max(Math.abs(x1), Math.abs(x2))).isLessThanOrEqualTo(1);
		});
	}

	@Test
	void anArmIsAllThatIsLeftWhenItsTurnsAreUndone() {
		forEach("{\"type\":\"spiral\",\"noise\":0,\"arms\":3,\"turns\":1.5}", (x1, x2, label) -> {
			double radius = Math.hypot(x1, x2);
			double turns = Math.atan2(x2, x1) / (2 * Math.PI) - 1.5 * radius - label / 3.0;
			assertThat(turns - Math.rint(turns)).isCloseTo(0, within(1e-9));
			assertThat(radius).isBetween(0.0999, 1.0001);
		});
	}

	@Test
	void armsKeepTheirDistance() {
		var spiral = dataset("{\"type\":\"spiral\",\"noise\":0,\"samples\":400}");
		var labels = (Labels) spiral.targets();
		for (int a = 0; a < spiral.size(); a++) {
			for (int b = 0; b < a; b++) {
				if (labels.label(a) != labels.label(b)) {
					assertThat(Math.hypot(spiral.feature(a, 0) - spiral.feature(b, 0),
							spiral.feature(a, 1) - spiral.feature(b, 1)))
						.isGreaterThan(0.15);
				}
			}
		}
	}

	@Test
	void quantilesOfTheNormalDistributionBoundTheClasses() {
		forEach("{\"type\":\"gaussian_quantiles\",\"classes\":4}", (x1, x2, label) -> {
			double share = 1 - Math.exp(-(x1 * x1 + x2 * x2) / 2);
			assertThat(share).isBetween(label / 4.0 - 1e-12, (label + 1) / 4.0 + 1e-12);
		});
	}

	@Test
	void blobsKeepTheirDistanceWhateverTheSeed() {
		for (long seed = 0; seed < 1000; seed++) {
			var centers = new Centers(3, 4, RandomStream.of(seed, Purpose.DATASET));
			for (int a = 0; a < 3; a++) {
				for (int b = 0; b < a; b++) {
					assertThat(Math.hypot(centers.x1(a) - centers.x1(b), centers.x2(a) - centers.x2(b)))
						.as("seed %s", seed)
						.isGreaterThan(3.5);
				}
			}
		}
	}

	@Test
	void blobsLieAroundCentersInTheirBox() {
		forEach("{\"type\":\"blobs\",\"spread\":0,\"centerBox\":2}", (x1, x2, label) -> {
			assertThat(Math.abs(x1)).isLessThanOrEqualTo(2);
			assertThat(Math.abs(x2)).isLessThanOrEqualTo(2);
		});
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7 })
	void aLinearRuleLeavesTheMargin(int features) {
		var recipe = (Linear) recipe("{\"type\":\"linear\",\"margin\":1,\"features\":" + features + "}").withSeed(6);
		var dataset = recipe.generate();
		double[] difference = new double[features];
		double[] point = new double[features];
		var labels = (Labels) dataset.targets();
		for (int row = 0; row < dataset.size(); row++) {
			dataset.copyRow(row, point, 0);
			assertThat(point).doesNotContain(Double.NaN);
			for (int i = 0; i < features; i++) {
				difference[i] += (labels.label(row) == 1) ? point[i] : -point[i];
			}
		}
		assertThat(smallestGap(dataset, labels, directionOf(recipe))).isBetween(1.0 - 1e-9, 1.5);
		assertThat(dot(difference, directionOf(recipe))).isPositive();
	}

	/** The normal of the plane: where a sample of class 1 moves if the margin grows. */
	private static double[] directionOf(Linear recipe) {
		var wide = new Linear(recipe.samples(), recipe.features(), 3.0, 0.0, 0.0, null, recipe.seed()).generate();
		var narrow = recipe.generate();
		var labels = (Labels) narrow.targets();
		int row = 0;
		while (labels.label(row) == 0) {
			row++;
		}
		double[] direction = new double[recipe.features()];
		for (int i = 0; i < direction.length; i++) {
			direction[i] = wide.feature(row, i) - narrow.feature(row, i);
		}
		assertThat(dot(direction, direction)).isCloseTo(1, within(1e-9));
		return direction;
	}

	private static double smallestGap(Dataset dataset, Labels labels, double[] direction) {
		double[] ends = { Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY };
		double[] point = new double[direction.length];
		for (int row = 0; row < dataset.size(); row++) {
			dataset.copyRow(row, point, 0);
			double distance = dot(point, direction);
			if (labels.label(row) == 0) {
				ends[0] = Math.max(ends[0], distance);
			}
			else {
				ends[1] = Math.min(ends[1], distance);
			}
		}
		return ends[1] - ends[0];
	}

	private static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] * b[i];
		}
		return sum;
	}

	@Test
	void aPlaneHasTheSlopesThatWereAskedFor() {
		var dataset = dataset("{\"type\":\"plane\",\"slopes\":[1,-2,3],\"intercept\":4,\"noise\":0,\"range\":2}");
		for (int row = 0; row < dataset.size(); row++) {
			assertThat(value(dataset, row)).isCloseTo(
					4 + dataset.feature(row, 0) - 2 * dataset.feature(row, 1) + 3 * dataset.feature(row, 2),
					within(1e-12));
			assertThat(Math.abs(dataset.feature(row, 2))).isLessThanOrEqualTo(2);
		}
	}

	@Test
	void aSineHasItsFrequency() {
		var dataset = dataset("{\"type\":\"sine\",\"frequency\":2.5,\"noise\":0}");
		for (int row = 0; row < dataset.size(); row++) {
			assertThat(value(dataset, row)).isCloseTo(Math.sin(2.5 * dataset.feature(row, 0)), within(1e-12));
		}
	}

	@Test
	void aPolynomialHasItsCoefficients() {
		var dataset = dataset("{\"type\":\"polynomial\",\"coefficients\":[1,-2,0.5],\"noise\":0}");
		for (int row = 0; row < dataset.size(); row++) {
			double x = dataset.feature(row, 0);
			assertThat(value(dataset, row)).isCloseTo(1 - 2 * x + 0.5 * x * x, within(1e-12));
		}
	}

	@Test
	void bumpsAreHillsAndValleysOfHeightOne() {
		var recipe = (GaussianBumps) recipe("{\"type\":\"gaussian_bumps\",\"bumps\":2,\"width\":0.5}");
		var function = recipe.targetFunction(RandomStream.of(3, Purpose.DATASET));
		var centers = new Centers(2, 4, RandomStream.of(3, Purpose.DATASET));
		assertThat(function.at(new double[] { centers.x1(0), centers.x2(0) })).isCloseTo(1, within(1e-6));
		assertThat(function.at(new double[] { centers.x1(1), centers.x2(1) })).isCloseTo(-1, within(1e-6));
		assertThat(function.at(new double[] { centers.x1(0) + 0.5, centers.x2(0) })).isCloseTo(Math.exp(-0.5),
				within(1e-6));
	}

	private static double value(Dataset dataset, int row) {
		return ((Values) dataset.targets()).value(row);
	}

	private static void forEach(String json, Sample sample) {
		var dataset = dataset(json);
		var labels = (Labels) dataset.targets();
		for (int row = 0; row < dataset.size(); row++) {
			sample.accept(dataset.feature(row, 0), dataset.feature(row, 1), labels.label(row));
		}
	}

	private static Dataset dataset(String json) {
		return recipe(json).withSeed(42).generate();
	}

	private static Synthetic recipe(String json) {
		return (Synthetic) JsonMapper.shared().readValue(json, DatasetSpecification.class);
	}

}
