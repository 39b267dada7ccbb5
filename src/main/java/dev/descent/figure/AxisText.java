package dev.descent.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What stands along an axis of a panel that is drawn with characters. */
record AxisText(Axis axis, Extent extent) {

	/** More names are not listed, as most are steps on a scale. */
	private static final int MOST_LISTED = 20;

	/** As many characters for one name as for another, if they find room. */
	int evenly(int usual, int most) {
		int count = axis.categories().size();
		return (count == 0 || count > most) ? usual : count * Math.max(1, usual / count);
	}

	/** Left of each row. */
	String[] labels(int rows) {
		String[] labels = new String[rows];
		Arrays.fill(labels, "");
		if (axis.categories().isEmpty()) {
			for (int row : new int[] { 0, rows / 2, rows - 1 }) {
				labels[row] = Numerals.shortly(extent.value(1 - row / (rows - 1.0)));
			}
		}
		for (int i = 0; i < axis.categories().size(); i++) {
			double share = extent.share(i);
			if (share >= 0 && share <= 1) {
				labels[rows - 1 - cell(share, rows)] = axis.categories().get(i);
			}
		}
		return labels;
	}

	/**
	 * Numbers at the ends and the title between, or names at their places.
	 * @param legend explains numbers in place of names that find no room
	 */
	List<String> below(int columns, List<String> legend) {
		if (axis.categories().isEmpty()) {
			return List.of(scale(columns));
		}
		String names = names(columns, legend);
		String title = Text.cut(axis.title(), columns);
		return title.isEmpty() ? List.of(names) : List.of(names, " ".repeat((columns - title.length()) / 2) + title);
	}

	private String scale(int columns) {
		String low = Numerals.shortly(extent.value(0));
		String high = Numerals.shortly(extent.value(1));
		int room = columns - low.length() - high.length();
		String shown = (axis.title().length() + 2 <= room) ? axis.title() : "";
		int before = (room - shown.length()) / 2;
		return low + " ".repeat(Math.max(1, before)) + shown + " ".repeat(Math.max(1, room - shown.length() - before))
				+ high;
	}

	private String names(int columns, List<String> legend) {
		var names = axis.categories();
		var line = new StringBuilder();
		if (!place(names, columns, line) && names.size() <= MOST_LISTED) {
			line.setLength(0);
			place(IntStream.rangeClosed(1, names.size()).mapToObj(String::valueOf).toList(), columns, line);
			for (int i = 0; i < names.size(); i++) {
				legend.add(i, (i + 1) + " " + names.get(i));
			}
		}
		return line.toString();
	}

	/** Says whether all of them found room. */
	private boolean place(List<String> names, int columns, StringBuilder line) {
		boolean all = true;
		for (int i = 0; i < names.size(); i++) {
			String name = Text.cut(names.get(i), columns);
			int middle = cell(Math.clamp(extent.share(i), 0.0, 1.0), columns);
			int start = Math.clamp(middle - name.length() / 2, 0, columns - name.length());
			if (line.isEmpty() || start > line.length()) {
				line.append(" ".repeat(start - line.length())).append(name);
			}
			else {
				all = false;
			}
		}
		return all;
	}

	/** The row or column at a share of all. */
	static int cell(double share, int count) {
		return (int) Math.min(count - 1.0, share * count);
	}

}
