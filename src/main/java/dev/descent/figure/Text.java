package dev.descent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A figure drawn with characters, for a terminal of 80 columns. */
public final class Text {

	private static final int WIDTH = 80;

	private static final int GAP = 2;

	private Text() {
	}

	/** Lines of at most 80 characters. */
	public static String of(Figure figure, Style style) {
		var lines = new ArrayList<String>();
		lines.add(cut(figure.title(), WIDTH));
		List<Panel> panels = figure.panels();
		int abreast = (panels.size() == 1 || panels.stream().anyMatch(Text::isWide)) ? 1 : 2;
		int width = (WIDTH - (abreast - 1) * GAP) / abreast;
		for (int i = 0; i < panels.size(); i += abreast) {
			lines.add("");
			lines.addAll(abreast(panels.subList(i, Math.min(i + abreast, panels.size()))
				.stream()
				.map((panel) -> PanelText.of(panel, style, width))
				.toList(), width));
		}
		return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
	}

	/** Tables of many columns need the whole width. */
	private static boolean isWide(Panel panel) {
		return panel.x().categories().size() > 3;
	}

	private static List<String> abreast(List<List<String>> blocks, int width) {
		int height = blocks.stream().mapToInt(List::size).max().orElse(0);
		return IntStream.range(0, height)
			.mapToObj((i) -> blocks.stream()
				.map((block) -> padded((i < block.size()) ? block.get(i) : "", width))
				.collect(Collectors.joining(" ".repeat(GAP))))
			.toList();
	}

	static String padded(String text, int width) {
		String cut = cut(text, width);
		return cut + " ".repeat(width - cut.length());
	}

	/** Never through a character of two halves. */
	static String cut(String text, int width) {
		if (text.length() <= width) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(width - 1)) ? width - 1 : width);
	}

}
