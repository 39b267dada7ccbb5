package dev.descent.figure;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.descent.figure.Axis.Spacing;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Where things are drawn. */
class GeometryTests {

	private static final double NAN = Double.NaN;

	private static final double INFINITY = Double.POSITIVE_INFINITY;

	private static final Style LOG = new Style(Theme.LIGHT, 800, 600, true, Style.View.CONTOUR);

	@Test
	void contoursOfAPlaneAreStraight() {
		double[] axis = axis(11);
		var lines = new ContourLines(axis, axis, values(axis, (x, y) -> x - y)).at(0.3);
		assertThat(points(lines)).isNotEmpty()
			.allSatisfy((point) -> assertThat(point[0] - point[1]).isCloseTo(0.3, within(1e-12)));
		assertThat(length(lines)).isCloseTo(1.7 * Math.sqrt(2), within(1e-9));
	}

	@Test
	void contoursOfABowlAreCircles() {
		double[] axis = axis(101);
		var lines = new ContourLines(axis, axis, values(axis, (x, y) -> x * x + y * y)).at(0.25);
		assertThat(points(lines)).isNotEmpty()
			.allSatisfy((point) -> assertThat(Math.hypot(point[0], point[1])).isCloseTo(0.5, within(1e-3)));
		assertThat(length(lines)).isCloseTo(Math.PI, within(1e-2));
	}

	@Test
	void contoursLeaveOutWhatIsNotFinite() {
		double[] axis = { 0, 1 };
		assertThat(points(new ContourLines(axis, axis, new double[][] { { NAN, 1 }, { 0, INFINITY } }).at(0.5)))
			.isEmpty();
	}

	@Test
	void levelsAreEvenAndWithinTheScale() {
		assertThat(ContourLines.levels(new ColorScale(0, 10, NAN), 4)).containsExactly(2, 4, 6, 8);
	}

	@Test
	void logarithmsOfASurfaceReachEightDecadesDown() {
		double[] axis = { 0, 1 };
		var surface = new Mark.Surface("loss", axis, axis, new double[][] { { 100, 0 }, { NAN, INFINITY } },
				Spacing.EITHER);
		var relief = Relief.of(surface, LOG);
		assertThat(relief.name()).isEqualTo("log10 of loss");
		assertThat(relief.scale().high()).isGreaterThanOrEqualTo(2);
		assertThat(relief.heights()[0][0]).isEqualTo(2);
		assertThat(relief.heights()[0][1]).isEqualTo(relief.scale().low());
		var deep = Relief.of(
				new Mark.Surface("loss", axis, axis, new double[][] { { 1, 1e-30 }, { 1, 1 } }, Spacing.LOGARITHMIC),
				Style.DEFAULT);
		assertThat(deep.scale()).isEqualTo(new ColorScale(-8, 0, NAN));
		assertThat(deep.height(0)).isEqualTo(-8);
		assertThat(deep.height(NAN)).isZero();
	}

	@Test
	void heightsBetweenThePointsOfTheGridAreInterpolated() {
		double[] axis = axis(5);
		var relief = Relief.of(new Mark.Surface("z", axis, axis, values(axis, (x, y) -> 2 * x + y), Spacing.LINEAR),
				Style.DEFAULT);
		assertThat(relief.heightAt(0.1, -0.3)).isCloseTo(-0.1, within(1e-12));
		assertThat(relief.covers(1, -1)).isTrue();
		assertThat(relief.covers(1.01, 0)).isFalse();
	}

	@Test
	void anExtentCoversTheFiniteNumbers() {
		var panel = panel(Axis.linear("x"), Axis.either("y"),
				new Mark.Scatter("", new double[] { 0, 10, NAN }, new double[] { 1, 100, -INFINITY }, 0, true, null));
		var x = Extent.ofX(panel, Style.DEFAULT);
		assertThat(x.share(-0.2)).isCloseTo(0, within(1e-12));
		assertThat(x.share(10.2)).isCloseTo(1, within(1e-12));
		var y = Extent.ofY(panel, LOG);
		assertThat(y.share(10)).isCloseTo(0.5, within(1e-12));
		assertThat(y.share(-1)).isNaN();
		assertThat(y.value(0.5)).isCloseTo(10, within(1e-9));
	}

	@Test
	void anExtentCoversBothSidesOfABand() {
		var panel = panel(Axis.linear("x"), Axis.linear("y"),
				new Mark.Band("", new double[] { 0, 4 }, new double[] { -3, 0 }, new double[] { 7, NAN }, 0));
		assertThat(Extent.ofX(panel, Style.DEFAULT)).isEqualTo(new Extent(0, 4, false));
		var y = Extent.ofY(panel, Style.DEFAULT);
		assertThat(y.share(-3.2)).isCloseTo(0, within(1e-12));
		assertThat(y.share(7.2)).isCloseTo(1, within(1e-12));
	}

	@Test
	void anExtentCoversWholeCells() {
		assertThat(Extent.ofX(Samples.cells().panels().getFirst(), Style.DEFAULT))
			.isEqualTo(new Extent(-0.5, 1.5, false));
	}

	@Test
	void aBandHasAStretchBetweenAnyTwoGaps() {
		var band = new Mark.Band("", axis(9), new double[] { 1, NAN, 1, 1, 1, INFINITY, 0, 1, 1 },
				new double[] { 2, 2, 2, 2, 2, 2, 2, 2, 2 }, 0);
		var panel = panel(Axis.linear("x"), Axis.either("y"), band);
		assertThat(band.stretches(panel, Style.DEFAULT)).extracting(Mark.Band::x)
			.containsExactly(new double[] { -0.5, -0.25, 0 }, new double[] { 0.5, 0.75, 1 });
		assertThat(band.stretches(panel, LOG)).extracting(Mark.Band::x)
			.containsExactly(new double[] { -0.5, -0.25, 0 }, new double[] { 0.75, 1 });
	}

	@Test
	void barsStandOnZero() {
		var panel = panel(Axis.linear("x"), Axis.linear("y"),
				new Mark.Bars("", new double[] { 0, 1, 2 }, new double[] { 5, 6 }, 0));
		assertThat(Extent.ofY(panel, Style.DEFAULT)).isEqualTo(new Extent(0, 6, false));
	}

	@Test
	void brailleHasEightDotsInEachCharacter() {
		var canvas = new Braille(2, 1);
		canvas.dot(0, 0);
		assertThat(canvas.row(0)).isEqualTo("⠁ ");
		canvas.line(0, 0, 1, 3, false);
		canvas.line(0, 3, 1, 0, false);
		canvas.dot(-1, 0);
		canvas.dot(4, 0);
		canvas.put(1, 0, 'x');
		canvas.dot(2, 2);
		assertThat(canvas.row(0).charAt(1)).isEqualTo('x');
		for (int x = 0; x < 2; x++) {
			for (int y = 0; y < 4; y++) {
				canvas.dot(x, y);
			}
		}
		assertThat(canvas.row(0)).isEqualTo("⣿x");
	}

	private static Panel panel(Axis x, Axis y, Mark mark) {
		return new Panel("", x, y, List.of(mark));
	}

	/** A function of two numbers. */
	@FunctionalInterface
	private interface Height {

		double at(double x, double y);

	}

	private static double[] axis(int count) {
		return IntStream.range(0, count).mapToDouble((i) -> -1 + 2.0 * i / (count - 1)).toArray();
	}

	private static double[][] values(double[] axis, Height height) {
		double[][] values = new double[axis.length][axis.length];
		for (int i = 0; i < axis.length; i++) {
			for (int j = 0; j < axis.length; j++) {
				values[i][j] = height.at(axis[j], axis[i]);
			}
		}
		return values;
	}

	private static List<double[]> points(Path2D lines) {
		var points = new ArrayList<double[]>();
		for (var at = lines.getPathIterator(null); !at.isDone(); at.next()) {
			double[] point = new double[6];
			at.currentSegment(point);
			points.add(point);
		}
		return points;
	}

	private static double length(Path2D lines) {
		double length = 0;
		double[] from = new double[6];
		for (var at = lines.getPathIterator(null); !at.isDone(); at.next()) {
			double[] to = new double[6];
			if (at.currentSegment(to) == PathIterator.SEG_LINETO) {
				length += Math.hypot(to[0] - from[0], to[1] - from[1]);
			}
			from = to;
		}
		return length;
	}

}
