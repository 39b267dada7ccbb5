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

	private static void assertFits(String text) {
		assertThat(text).endsWith("\n");
		assertThat(text.lines()).allSatisfy(
				(line) -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotContainPattern("[\\p{Cntrl}\\p{Cs}]"));
	}

}
