package dev.descent.engine.surface;

import java.util.ArrayList;
import java.util.List;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import dev.descent.path.specification.SurfaceSpecification;
import dev.descent.support.Variants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** Every surface that a request can choose, and some with other parameters. */
class SurfaceTests {

	private static final int POINTS = 200;

	static List<Surface> surfaces() {
		var surfaces = new ArrayList<>(
				Variants.of(SurfaceSpecification.class).stream().map(SurfaceSpecification::surface).toList());
		surfaces.add(new Rosenbrock(-0.5, 7));
		surfaces.add(new Rastrigin(3));
		surfaces.add(new IllConditionedBowl(40, 0.7));
		return surfaces;
	}

	static List<Surface> sumsOfSquares() {
		var sums = surfaces().stream().filter(SumOfSquares.class::isInstance).toList();
		assertThat(sums).hasSize(7);
		return sums;
	}

	@ParameterizedTest
	@MethodSource("surfaces")
	void theGradientIsThatOfTheValue(Surface surface) {
		double[] gradient = new double[2];
		for (var point : points(surface)) {
			double x = point.x();
			double y = point.y();
			double h = 1e-5;
			surface.gradient(x, y, gradient);
			assertNear(gradient[0], (surface.value(x + h, y) - surface.value(x - h, y)) / (2 * h), surface, point);
			assertNear(gradient[1], (surface.value(x, y + h) - surface.value(x, y - h)) / (2 * h), surface, point);
		}
	}

	@ParameterizedTest
	@MethodSource("surfaces")
	void theHessianIsThatOfTheGradient(Surface surface) {
		double[] matrix = new double[4];
		double[] after = new double[2];
		double[] before = new double[2];
		for (var point : points(surface)) {
			double h = 1e-5;
			surface.hessian(point.x(), point.y(), matrix);
			for (int axis = 0; axis < 2; axis++) {
				double dx = (axis == 0) ? h : 0;
				double dy = h - dx;
				surface.gradient(point.x() + dx, point.y() + dy, after);
				surface.gradient(point.x() - dx, point.y() - dy, before);
				assertNear(matrix[axis], (after[0] - before[0]) / (2 * h), surface, point);
				assertNear(matrix[2 + axis], (after[1] - before[1]) / (2 * h), surface, point);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("surfaces")
	void minimaAreFlatAndNothingNearIsLower(Surface surface) {
		double[] gradient = new double[2];
		assertThat(surface.minima()).isNotEmpty();
		for (var minimum : surface.minima()) {
			surface.gradient(minimum.x(), minimum.y(), gradient);
			assertThat(gradient).containsExactly(new double[] { 0, 0 }, within(1e-12));
			double least = surface.value(minimum.x(), minimum.y());
			assertThat(least).isCloseTo((surface instanceof Saddle) ? -0.25 : 0, within(1e-14));
			points(surface).forEach((point) -> assertThat(surface.value(point.x(), point.y())).isGreaterThan(least));
		}
	}

	/** Where all residuals vanish, nothing is left of their own curvature. */
	@ParameterizedTest
	@MethodSource("sumsOfSquares")
	void theGaussNewtonMatrixIsTheHessianAtAMinimumAndNeverNegative(Surface surface) {
		double[] hessian = new double[4];
		double[] matrix = new double[4];
		for (var minimum : surface.minima()) {
			surface.hessian(minimum.x(), minimum.y(), hessian);
			((SumOfSquares) surface).gaussNewton(minimum.x(), minimum.y(), matrix);
			assertThat(matrix).containsExactly(hessian, within(1e-10));
		}
		for (var point : points(surface)) {
			((SumOfSquares) surface).gaussNewton(point.x(), point.y(), matrix);
			double determinant = matrix[0] * matrix[3] - matrix[1] * matrix[2];
			assertThat(matrix[1]).isEqualTo(matrix[2]);
			assertThat(matrix[0]).isPositive();
			assertThat(determinant).isGreaterThanOrEqualTo(-1e-12 * matrix[0] * matrix[3]);
		}
	}

	@ParameterizedTest
	@CsvSource({ "rosenbrock, -1.2, 1, 24.2", "himmelblau, 0, 0, 170", "beale, 1, 1, 14.203125", "booth, 0, 0, 74",
			"rastrigin, 0.5, 0, 20.25", "ackley, 1, 0, 2.63753109210830", "saddle, 2, 2, 4",
			"ill_conditioned_bowl, 1, 2, 200.5" })
	void valuesAreAsPublishedOrWorkedOutByHand(String type, double x, double y, double value) {
		assertThat(Variants.named(SurfaceSpecification.class, type).surface().value(x, y)).isCloseTo(value,
				within(1e-9));
	}

	@Test
	void theTipOfAckleyHasNoSlope() {
		double[] gradient = { 1, 1 };
		double[] matrix = new double[4];
		new Ackley().gradient(0, 0, gradient);
		new Ackley().hessian(0, 0, matrix);
		assertThat(gradient).containsExactly(0, 0);
		assertThat(matrix).containsExactly(
				new double[] { 2 * Math.PI * Math.PI * Math.E, 0, 0, 2 * Math.PI * Math.PI * Math.E }, within(1e-12));
	}

	@ParameterizedTest
	@MethodSource("surfaces")
	void startAndMinimaAreShown(Surface surface) {
		var shown = new ArrayList<>(surface.minima());
		shown.add(surface.start());
		assertThat(shown).allSatisfy((point) -> {
			assertThat(point.x()).isBetween(surface.domain().x().from(), surface.domain().x().to());
			assertThat(point.y()).isBetween(surface.domain().y().from(), surface.domain().y().to());
		});
	}

	@Test
	void impossibleParametersAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Rosenbrock(1, 0))
			.withMessage("b must be positive but was 0.0");
		assertThatIllegalArgumentException().isThrownBy(() -> new Rastrigin(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> new IllConditionedBowl(0.5, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new Range(1, 1));
	}

	private static List<Point> points(Surface surface) {
		var random = RandomStream.of(7, Purpose.DATASET);
		var domain = surface.domain();
		var points = new ArrayList<Point>();
		for (int i = 0; i < POINTS; i++) {
			points.add(new Point(random.nextDouble(domain.x().from(), domain.x().to()),
					random.nextDouble(domain.y().from(), domain.y().to())));
		}
		return points;
	}

	/** Both ways of differentiating lose digits where values are large. */
	private static void assertNear(double exact, double difference, Surface surface, Point point) {
		double scale = 1 + Math.abs(exact) + 1e-3 * Math.abs(surface.value(point.x(), point.y()));
		assertThat(difference).as("%s at %s", surface, point).isCloseTo(exact, within(1e-6 * scale));
	}

}
