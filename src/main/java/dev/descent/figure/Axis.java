package dev.descent.figure;

import java.util.List;

/**
 * One direction of a panel.
 *
 * @param title what is measured along it, with its unit if it has one
 * @param spacing whether equal distances are equal differences or equal ratios
 * @param categories names of the places 0, 1, ..; empty if it is measured in numbers
 */
public record Axis(String title, Spacing spacing, List<String> categories) {

	/** How numbers are spaced. */
	public enum Spacing {

		LINEAR,

		/** Only for numbers above zero. */
		LOGARITHMIC,

		/** Linear, unless the reader wants it otherwise. */
		EITHER

	}

	public Axis {
		title = Names.tidy(title, Names.TITLE);
		categories = Names.tidy(categories, Names.NAME);
	}

	public static Axis linear(String title) {
		return new Axis(title, Spacing.LINEAR, List.of());
	}

	public static Axis logarithmic(String title) {
		return new Axis(title, Spacing.LOGARITHMIC, List.of());
	}

	public static Axis either(String title) {
		return new Axis(title, Spacing.EITHER, List.of());
	}

	public static Axis of(String title, List<String> categories) {
		return new Axis(title, Spacing.LINEAR, categories);
	}

	/** Whether the names find room side by side, all in pixels. */
	boolean fits(double letterWidth, double room) {
		int longest = categories.stream().mapToInt(String::length).max().orElse(0);
		return letterWidth * (longest + 1) * categories.size() < room;
	}

	/** Whether a number has a place on it. */
	boolean shows(double value, Style style) {
		return Double.isFinite(value) && (value > 0 || !isLogarithmic(style));
	}

	/**
	 * The place at a share of a grid that ends with a point, or with the edge of a cell.
	 */
	int nearest(int count, double share) {
		return (int) (categories.isEmpty() ? Math.round((count - 1) * share) : Math.min(count - 1.0, share * count));
	}

	boolean isLogarithmic(Style style) {
		return spacing == Spacing.LOGARITHMIC || (spacing == Spacing.EITHER && style.log());
	}

}
