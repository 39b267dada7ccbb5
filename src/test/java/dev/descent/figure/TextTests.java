package dev.descent.figure;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures in a terminal. */
class TextTests {

	@Test
	void noLineIsLongerThanTheTerminalWhateverIsDrawn() {
		for (var figure : Samples.all()) {
			assertFits(Text.of(figure, Style.DEFAULT));
			assertFits(Text.of(figure, new Style(Theme.DARK, 200, 200, true, Style.View.SURFACE)));
		}
		for (int count : new int[] { 1, 2, 3, 4, 5, 9, 64 }) {
			assertFits(Text.of(Samples.panels(count), Style.DEFAULT));
		}
	}

	@Test
	void namesBreakNoLines() {
		var one = Figure.of("a\nb", Axis.linear("c\nd"), Axis.linear("e\rf"),
				List.of(new Mark.Line("g\u0085h", new double[] { 0, 1 }, new double[] { 0, 1 }, 0, false)));
		assertThat(Text.of(one, Style.DEFAULT)).startsWith("a b\n").contains("c d").contains("e f").contains("g h");
	}

	@Test
	void aRisingLineEndsAtTheTopRight() {
		var lines = Text.of(
				Figure.of("Title", Axis.linear("along"), Axis.linear("up"),
						List.of(new Mark.Line("rise", new double[] { 0, 1 }, new double[] { 0, 1 }, 0, false))),
				Style.DEFAULT)
			.lines()
			.toList();
		var rows = lines.stream().filter((line) -> line.contains("│") || line.contains("┤")).toList();
		assertThat(rows.getFirst()).hasSizeGreaterThan(75);
		assertThat(rows.getLast().strip()).hasSizeLessThan(10);
		assertThat(lines).anySatisfy((line) -> assertThat(line).contains("along"))
			.anySatisfy((line) -> assertThat(line.strip()).isEqualTo("up"))
			.anySatisfy((line) -> assertThat(line.strip()).isEqualTo("⠤⠤⠤ rise"));
	}

	@Test
	void darkerShadesAreHigher() {
		double[] axis = { 0, 1 };
		var rows = Text
			.of(Figure.of("", Axis.linear("x"), Axis.linear("y"),
					List.of(new Mark.HeatMap("map", axis, axis, new double[][] { { 0, 0 }, { 1, 1 } },
							new ColorScale(0, 1, Double.NaN), null, false))),
					Style.DEFAULT)
			.lines()
			.filter((line) -> line.contains("│") || line.contains("┤"))
			.toList();
		assertThat(rows.getFirst()).contains("█");
		assertThat(rows.getLast()).doesNotContain("█");
	}

	@Test
	void aTableOfTenClassesShowsEveryCount() {
		var text = Text.of(Samples.table(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), Style.DEFAULT);
		assertThat(text.lines().filter((line) -> line.matches(".*1 +2 +3 +4 +5 +6 +7 +8 +9 +10"))).hasSize(10);
	}

	@Test
	void aBandIsSparseDotsBesideItsGap() {
		var rows = rows(Figure.of("", Axis.linear("x"), Axis.linear("y"), List.of(Samples.bandWithGap("", 0))));
		assertThat(rows).anySatisfy((row) -> assertThat(row).matches(".{9}[^ ] [^ ] .*"))
			.allSatisfy((row) -> assertThat(Text.padded(row, 80).substring(26, 60)).isBlank());
		assertThat(String.join("", rows)).containsPattern("[⠁-⣿]");
	}

	@Test
	void manyNamesAreNumbersThatTheLegendExplains() {
		var text = Text.of(Samples.ranking(12), Style.DEFAULT);
		assertThat(text).containsPattern("  1 +2 +3 +4 +5 +6 +7 +8 +9 +10 +11 +12");
		for (int i = 0; i < 12; i++) {
			assertThat(text).contains((i + 1) + " " + Samples.longName(i));
		}
		assertThat(Text.of(Samples.ranking(2), Style.DEFAULT))
			.containsPattern("  " + Samples.longName(0) + " +" + Samples.longName(1));
	}

	@Test
	void aLineIsSeenBeforeBars() {
		assertThat(rows(Samples.ranking(3)).getFirst()).containsPattern("█[⠁-⣿]█");
		assertThat(rows(Samples.ranking(3)).getLast()).doesNotContainPattern("[⠁-⣿]");
	}

	@Test
	void cellsHaveTheirNamesBesideThemAndMayBeMissing() {
		var text = Text.of(Samples.cells(), Style.DEFAULT);
		var rows = rows(Samples.cells());
		assertThat(rows.getFirst()).endsWith("│" + "█".repeat(35) + "·".repeat(35));
		assertThat(rows.getLast()).endsWith("│" + " ".repeat(35) + "█".repeat(35));
		assertThat(rows).hasSize(20)
			.anySatisfy((row) -> assertThat(row).startsWith("   above┤█"))
			.anySatisfy((row) -> assertThat(row).startsWith("   below┤ "));
		assertThat(text).containsPattern(" left +right\n").contains("'·' missing");
	}

	@Test
	void linesOfManyHaveLetters() {
		double[] x = { 0, 1, 2, 3 };
		var text = Text.of(Figure.of("", Axis.linear("x"), Axis.linear("y"),
				List.of(new Mark.Line("first", x, new double[] { 1, 1, 1, 1 }, 0, false),
						new Mark.Line("second", x, new double[] { 2, 2, Double.NaN, 2 }, 0, false),
						new Mark.Line("third", x, new double[] { 3, 3, 3, 3 }, 0, false))),
				Style.DEFAULT);
		assertThat(text).contains("⠤a⠤ first   ⠤b⠤ second   ⠤c⠤ third");
		assertThat(text.lines()
			.filter((line) -> line.matches(".*[┤│].*[abc].*"))
			.map((line) -> line.replaceAll("[^abc]", ""))).containsExactly("c", "b", "a");
	}

	private static List<String> rows(Figure figure) {
		return Text.of(figure, Style.DEFAULT)
			.lines()
			.filter((line) -> line.contains("│") || line.contains("┤"))
			.toList();
	}

	private static void assertFits(String text) {
		assertThat(text).endsWith("\n");
		assertThat(text.lines()).allSatisfy(
				(line) -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotContainPattern("[\\p{Cntrl}\\p{Cs}]"));
	}

}
