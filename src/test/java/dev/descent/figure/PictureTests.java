package dev.descent.figure;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Figures in pixels and as SVG. */
class PictureTests {

	private static final Style SPACE = new Style(Theme.LIGHT, 400, 300, false, Style.View.SURFACE);

	private static final Style SMALL = new Style(Theme.DARK, 200, 200, true, Style.View.CONTOUR);

	@ParameterizedTest
	@EnumSource(Theme.class)
	void aPngHasTheSizeAndTheBackgroundThatAreAskedFor(Theme theme) throws IOException {
		var image = png(Samples.panels(1), new Style(theme, 321, 234, false, Style.View.CONTOUR));
		assertThat(image.getWidth()).isEqualTo(321);
		assertThat(image.getHeight()).isEqualTo(234);
		assertThat(new Color(image.getRGB(1, 1))).isEqualTo(theme.background());
	}

	@Test
	void eachClassHasItsColorOnItsSideOfTheBoundary() throws IOException {
		double[] axis = Samples.places(21);
		double[][] above = new double[21][21];
		for (int i = 0; i < 21; i++) {
			for (int j = 0; j < 21; j++) {
				above[i][j] = (i > j) ? 1 : (i < j) ? 0 : 0.5;
			}
		}
		var image = png(
				Figure.of("y = x", Axis.linear("x"), Axis.linear("y"), List
					.of(new Mark.HeatMap("output", axis, axis, above, ColorScale.around(0.5, 0.5), 0.5, false))),
				Style.DEFAULT);
		var colors = Palette.diverging(Theme.LIGHT);
		assertThat(new Color(image.getRGB(150, 100))).isEqualTo(colors[colors.length - 1]);
		assertThat(new Color(image.getRGB(550, 450))).isEqualTo(colors[0]);
	}

	@Test
	void everyPointHasItsMarker() throws IOException {
		var figure = points();
		var image = png(figure, Style.DEFAULT);
		var plain = png(Figure.of("", Axis.linear("x"), Axis.linear("y"), List.of()), Style.DEFAULT);
		assertThat(blobs(image, Palette.tint(5))).isEqualTo(7 + 1);
		assertThat(blobs(plain, Palette.tint(5))).isZero();
	}

	@Test
	void anSvgHasAShapeForEachPointAndTheWords() throws Exception {
		var document = xml(new Picture(points(), Style.DEFAULT).svg());
		var root = document.getDocumentElement();
		assertThat(root.getAttribute("width")).isEqualTo("800.0");
		assertThat(root.getAttribute("height")).isEqualTo("600.0");
		assertThat(filled(document, Palette.tint(5))).as("seven points, and one in the legend").isEqualTo(7 + 1);
		assertThat(words(document)).contains("seven points", "to the right", "upwards", "points & more");
	}

	@Test
	void anSvgHasTheNamesOfCategories() throws Exception {
		var words = words(xml(new Picture(Samples.table(1, 2, 3), Style.DEFAULT).svg()));
		assertThat(words).contains("predicted", "actual", "1", "2", "3", "<script>alert(1)</script>", "a & \"b\" 'c'",
				"line break tab");
	}

	@Test
	void manyLongNamesAreAllReadable() throws Exception {
		var words = words(xml(new Picture(Samples.ranking(12), Style.DEFAULT).svg()));
		assertThat(words).contains(IntStream.range(0, 12).mapToObj(Samples::longName).toArray(String[]::new));
	}

	@ParameterizedTest
	@EnumSource(Theme.class)
	void aBandIsTranslucentAndHasGaps(Theme theme) throws Exception {
		var style = new Style(theme, 800, 600, false, Style.View.CONTOUR);
		var figure = Figure.of("", Axis.linear("x"), Axis.linear("y"), List.of(Samples.bandWithGap("", 5)));
		var image = png(figure, style);
		var expected = OkLab.of(theme.background());
		assertThat(new Color(image.getRGB(420, 333))).isEqualTo(theme.background());
		for (int x : new int[] { 120, 700 }) {
			var color = new Color(image.getRGB(x, 333));
			assertThat(color.getRed()).isCloseTo((int) (Mark.Band.OPACITY * Palette.tint(5).getRed()
					+ (1 - Mark.Band.OPACITY) * theme.background().getRed()), within(2));
			assertThat(OkLab.of(color)).isNotEqualTo(expected);
		}
		assertThat(filled(xml(new Picture(figure, style).svg()), Palette.tint(5))).isEqualTo(2);
	}

	@Test
	void aBandHasAnEntryInTheLegendIfItHasAName() throws Exception {
		String svg = new Picture(Figure.of("", Axis.linear("x"), Axis.linear("y"),
				List.of(Samples.bandWithGap("quartiles", 5), Samples.bandWithGap("", 5))), Style.DEFAULT)
			.svg();
		assertThat(words(xml(svg))).containsOnlyOnce("quartiles");
		assertThat(svg.split("fill:rgb\\(213,94,0\\)", -1)).as("two stretches each, and one in the legend")
			.hasSize(1 + 2 * 2 + 1);
	}

	@Test
	void cellsWithNamesAreWholeAndSharpAndMayBeMissing() throws IOException {
		var image = png(Samples.cells(), Style.DEFAULT);
		assertThat(new Color(image.getRGB(120, 100))).isEqualTo(Palette.SEQUENTIAL[255]);
		assertThat(new Color(image.getRGB(360, 250))).isEqualTo(Palette.SEQUENTIAL[255]);
		assertThat(new Color(image.getRGB(360, 330))).isEqualTo(Palette.SEQUENTIAL[0]);
		assertThat(new Color(image.getRGB(450, 330))).isEqualTo(Palette.SEQUENTIAL[255]);
		assertThat(new Color(image.getRGB(600, 100))).isEqualTo(Theme.LIGHT.background());
	}

	@Test
	void aTableHasItsFirstRowOnTopInTheColorOfItsCounts() throws IOException {
		double[] places = { 0, 1 };
		var names = List.of("a", "b");
		var image = png(Figure.of("", Axis.of("predicted", names), Axis.of("actual", names),
				List.of(new Mark.HeatMap("count", places, places, new double[][] { { 9, 0 }, { 0, 0 } },
						new ColorScale(0, 9, Double.NaN), null, true))),
				Style.DEFAULT);
		assertThat(new Color(image.getRGB(150, 100))).isEqualTo(Palette.SEQUENTIAL[255]);
		assertThat(new Color(image.getRGB(650, 100))).isEqualTo(Palette.SEQUENTIAL[0]);
		assertThat(new Color(image.getRGB(150, 450))).isEqualTo(Palette.SEQUENTIAL[0]);
		assertThat(new Color(image.getRGB(380, 250))).isEqualTo(Palette.SEQUENTIAL[255]);
	}

	@Test
	void aSurfaceInSpaceHasTheColorsOfItsScale() throws IOException {
		double[] axis = Samples.places(30);
		double[][] heights = new double[30][30];
		for (int i = 0; i < 30; i++) {
			for (int j = 0; j < 30; j++) {
				heights[i][j] = i + j;
			}
		}
		var image = png(Figure.of("plane", Axis.linear("x"), Axis.linear("y"),
				List.of(new Mark.Surface("z", axis, axis, heights, Axis.Spacing.LINEAR))), SPACE);
		var hues = new HashSet<Integer>();
		for (int x = 0; x < image.getWidth(); x++) {
			for (int y = 0; y < image.getHeight(); y++) {
				var color = new Color(image.getRGB(x, y));
				float[] hsb = Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null);
				if (hsb[1] > 0.4) {
					hues.add(Math.round(hsb[0] * 12));
				}
			}
		}
		assertThat(hues).as("from violet through green to yellow").contains(9, 7, 6, 4, 2);
	}

	@Test
	void barsStandOnZero() throws IOException {
		var image = png(
				Figure.of("", Axis.linear("x"), Axis.linear("y"),
						List.of(new Mark.Bars("", new double[] { 0, 1, 2 }, new double[] { 50, 51 }, 0))),
				Style.DEFAULT);
		assertThat(new Color(image.getRGB(250, 400))).isEqualTo(Palette.tint(0));
		assertThat(new Color(image.getRGB(600, 400))).isEqualTo(Palette.tint(0));
	}

	@Test
	void whateverIsDrawnIsAPictureAndWellFormed() throws Exception {
		for (var figure : Samples.all()) {
			for (var style : List.of(SMALL, SPACE)) {
				assertThat(new Picture(figure, style).image()).isNotNull();
			}
			xml(new Picture(figure, SMALL).svg());
		}
	}

	@Test
	void anyNumberOfPanelsIsDrawn() throws Exception {
		for (int count : new int[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 64 }) {
			var figure = Samples.panels(count);
			xml(new Picture(figure, Style.DEFAULT).svg());
			var image = new Picture(figure, Style.DEFAULT).image();
			assertThat(blobs(image, Palette.tint(2))).as("lines of %s panels", count)
				.isGreaterThanOrEqualTo((count + 6) / 9);
		}
	}

	@Test
	void theSameFigureGivesTheSameBytes() throws IOException {
		for (var style : List.of(Style.DEFAULT, SMALL, SPACE)) {
			for (int count : new int[] { 1, 9 }) {
				assertThat(bytes(Samples.panels(count), style)).isEqualTo(bytes(Samples.panels(count), style));
				assertThat(new Picture(Samples.panels(count), style).svg())
					.isEqualTo(new Picture(Samples.panels(count), style).svg());
			}
		}
	}

	private static Figure points() {
		return Figure.of("seven points", Axis.linear("to the right"), Axis.linear("upwards"),
				List.of(new Mark.Scatter("points & more", new double[] { 1, 2, 3, 4, 5, 6, 7 },
						new double[] { 1, 3, 2, 5, 4, 7, 6 }, 5, true, null)));
	}

	private static byte[] bytes(Figure figure, Style style) throws IOException {
		var output = new ByteArrayOutputStream();
		new Picture(figure, style).writePng(output);
		return output.toByteArray();
	}

	private static BufferedImage png(Figure figure, Style style) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(bytes(figure, style)));
	}

	/** Connected pieces of exactly a colour. */
	private static int blobs(BufferedImage image, Color color) {
		int rgb = color.getRGB();
		int width = image.getWidth();
		var seen = new HashSet<Integer>();
		int count = 0;
		for (int start = 0; start < width * image.getHeight(); start++) {
			if (image.getRGB(start % width, start / width) != rgb || !seen.add(start)) {
				continue;
			}
			count++;
			var open = new ArrayDeque<>(List.of(start));
			while (!open.isEmpty()) {
				int at = open.pop();
				for (int next : new int[] { at - 1, at + 1, at - width, at + width }) {
					if (next >= 0 && next < width * image.getHeight() && image.getRGB(next % width, next / width) == rgb
							&& seen.add(next)) {
						open.push(next);
					}
				}
			}
		}
		return count;
	}

	private static Document xml(String svg) throws Exception {
		var factory = DocumentBuilderFactory.newInstance();
		factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
		factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
		factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
	}

	/** Shapes that are filled with a colour. */
	private static long filled(Document document, Color color) {
		String fill = "fill:rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
		var paths = document.getElementsByTagName("path");
		return IntStream.range(0, paths.getLength())
			.filter((i) -> paths.item(i).getParentNode() instanceof Element group
					&& group.getAttribute("style").contains(fill))
			.count();
	}

	private static List<String> words(Document document) {
		var elements = document.getElementsByTagName("text");
		return IntStream.range(0, elements.getLength()).mapToObj((i) -> elements.item(i).getTextContent()).toList();
	}

}
