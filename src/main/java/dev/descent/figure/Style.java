package dev.descent.figure;

/**
 * What the reader wants.
 *
 * @param width in pixels
 * @param height in pixels
 * @param log whether losses and the like are spaced by their ratios
 * @param view how surfaces are seen
 */
public record Style(Theme theme, int width, int height, boolean log, View view) {

	public static final Style DEFAULT = new Style(Theme.LIGHT, 800, 600, false, View.CONTOUR);

	/** How surfaces are seen. */
	public enum View {

		/** From above, with contour lines. */
		CONTOUR,

		/** In three dimensions. */
		SURFACE

	}

}
