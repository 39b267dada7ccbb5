package dev.descent.figure;

import java.awt.Color;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What readers see of the colours, also those who see fewer. */
class ColorTests {

	/** Steps so long that the rounding to 8 bits is small beside them. */
	private static final int STRIDE = 15;

	/** By this share of the mean a step may be longer or shorter. */
	private static final double TOLERANCE = 0.15;

	/** Differences of neighbouring tints; a just noticeable one is about 0.02. */
	private static final double APART = 0.06;

	/**
	 * What is left of linear red, green and blue without one kind of cone (Machado,
	 * Oliveira and Fernandes, 2009, "A physiologically-based model for simulation of
	 * color vision deficiency", severity 1).
	 */
	enum Sight {

		USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),

		PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),

		DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881);

		@SuppressWarnings("ImmutableEnumChecker") // never written to
		private final double[] matrix;

		Sight(double... matrix) {
			this.matrix = matrix;
		}

		OkLab see(Color color) {
			double[] seen = { linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue()) };
			return OkLab.of(new Color(component(seen, 0), component(seen, 3), component(seen, 6)));
		}

		private int component(double[] seen, int row) {
			double value = matrix[row] * seen[0] + matrix[row + 1] * seen[1] + matrix[row + 2] * seen[2];
			double shown = (value <= 0.0031308) ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
			return (int) Math.round(255 * Math.clamp(shown, 0.0, 1.0));
		}

		private static double linear(int component) {
			double value = component / 255.0;
			return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
		}

	}

	@Test
	void colorsComeBackFromOkLabAsTheyWere() {
		for (int red = 0; red < 256; red += 15) {
			for (int green = 0; green < 256; green += 15) {
				for (int blue = 0; blue < 256; blue += 15) {
					var color = new Color(red, green, blue);
					assertThat(OkLab.of(color).color()).isEqualTo(color);
				}
			}
		}
	}

	@Test
	void okLabHasWhiteAndRedWhereItsAuthorHasThem() {
		assertThat(OkLab.of(Color.WHITE).distance(new OkLab(1, 0, 0))).isLessThan(1e-4);
		assertThat(OkLab.of(Color.RED).distance(new OkLab(0.62796, 0.22486, 0.12585))).isLessThan(1e-4);
	}

	@Test
	void theSequentialScaleGrowsLighterInEqualSteps() {
		var colors = Palette.SEQUENTIAL;
		assertThat(colors).hasSize(256);
		assertEven(colors, 0, 255);
		assertLightness(colors, 0, 255, 1);
	}

	@ParameterizedTest
	@EnumSource(Theme.class)
	void theDivergingScaleLeadsEvenlyFromTheBackgroundToEachClass(Theme theme) {
		var colors = Palette.diverging(theme);
		assertEven(colors, 0, 120);
		assertEven(colors, 135, 255);
		int away = (theme == Theme.LIGHT) ? -1 : 1;
		assertLightness(colors, 0, 127, -away);
		assertLightness(colors, 128, 255, away);
		assertNear(colors[0], Palette.tint(0), Palette.tint(1));
		assertNear(colors[255], Palette.tint(1), Palette.tint(0));
		assertThat(OkLab.of(colors[127]).distance(OkLab.of(theme.background()))).isLessThan(0.1);
	}

	/** So near that it is the class's, so far that a point of the class is seen on it. */
	private static void assertNear(Color end, Color tint, Color other) {
		double away = OkLab.of(end).distance(OkLab.of(tint));
		assertThat(away).isBetween(0.04, OkLab.of(end).distance(OkLab.of(other)) / 2);
	}

	@ParameterizedTest
	@EnumSource(Sight.class)
	void theFirstSixTintsCanBeToldApart(Sight sight) {
		for (int i = 0; i < 6; i++) {
			for (int j = 0; j < i; j++) {
				assertThat(sight.see(Palette.tint(i)).distance(sight.see(Palette.tint(j)))).as("tints %s and %s", i, j)
					.isGreaterThan(APART);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Sight.class)
	void theTwoClassesOfABoundaryAreFarApart(Sight sight) {
		assertThat(sight.see(Palette.tint(0)).distance(sight.see(Palette.tint(1)))).isGreaterThan(0.2);
	}

	@ParameterizedTest
	@EnumSource(Theme.class)
	void pointsAreSeenOnTheRegionOfTheirClass(Theme theme) {
		for (int i = 0; i < 8; i++) {
			assertThat(OkLab.of(Palette.region(i, theme)).distance(OkLab.of(Palette.tint(i)))).isGreaterThan(0.05);
		}
	}

	@Test
	void aScaleOfOneValueHasAnExtentAllTheSame() {
		for (double value : new double[] { 0, 3, -1e18, 4.5e151 }) {
			var scale = ColorScale.over(new double[] { value, value });
			assertThat(scale.low()).isLessThan(value);
			assertThat(scale.high()).isGreaterThan(value);
			assertThat(scale.share(value)).isCloseTo(0.5, within(1e-3));
		}
	}

	@Test
	void aScaleKnowsOnlyFiniteValues() {
		var scale = ColorScale.over(new double[] { Double.NaN, 2, Double.POSITIVE_INFINITY, 6 });
		assertThat(scale).isEqualTo(new ColorScale(2, 6, Double.NaN));
		assertThat(scale.color(Double.POSITIVE_INFINITY, Theme.DARK)).isEqualTo(Palette.SEQUENTIAL[255]);
		assertThat(scale.color(Double.NaN, Theme.DARK)).isEqualTo(Theme.DARK.background());
		assertThat(ColorScale.over(new double[0])).isEqualTo(new ColorScale(0, 1, Double.NaN));
	}

	private static void assertEven(Color[] colors, int from, int to) {
		double[] steps = IntStream.iterate(from, (i) -> i + STRIDE <= to, (i) -> i + STRIDE)
			.mapToDouble((i) -> OkLab.of(colors[i]).distance(OkLab.of(colors[i + STRIDE])))
			.toArray();
		double mean = IntStream.range(0, steps.length).mapToDouble((i) -> steps[i]).average().orElseThrow();
		for (double step : steps) {
			assertThat(step).isCloseTo(mean, within(TOLERANCE * mean));
		}
	}

	/** Over two steps, as a single one can be lost in 8 bits. */
	private static void assertLightness(Color[] colors, int from, int to, int direction) {
		for (int i = from; i + 2 <= to; i++) {
			assertThat(direction * (OkLab.of(colors[i + 2]).lightness() - OkLab.of(colors[i]).lightness()))
				.as("lightness from %s on", i)
				.isPositive();
		}
	}

}
