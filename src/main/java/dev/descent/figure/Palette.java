package dev.descent.figure;

import java.awt.Color;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The colours of the figures. They can be told apart by colour-blind readers, and equal
 * steps on a scale look about equal.
 */
final class Palette {

	/**
	 * One for each class or line, in this order and from the beginning again (Okabe and
	 * Ito, 2008, "Color universal design").
	 */
	private static final Color[] TINTS = colors(0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xd55e00, 0x8a8a8a,
			0xf0e442);

	/** Some of viridis (Smith and van der Walt, 2015), evenly spaced. */
	private static final Color[] VIRIDIS = colors(0x440154, 0x482475, 0x414487, 0x355f8d, 0x2a788e, 0x21918c, 0x22a884,
			0x44bf70, 0x7ad151, 0xbddf26, 0xfde725);

	private static final int STEPS = 256;

	/** How far the ends of a scale between two classes are from the tints of these. */
	private static final double FADING = 0.2;

	static final Color[] SEQUENTIAL = through(VIRIDIS);

	private static final Color[] DIVERGING_LIGHT = between(new Color(0xf4f4f4));

	private static final Color[] DIVERGING_DARK = between(new Color(0x20252c));

	private Palette() {
	}

	private static Color[] colors(int... values) {
		return IntStream.of(values).mapToObj(Color::new).toArray(Color[]::new);
	}

	static Color tint(int number) {
		return TINTS[Math.floorMod(number, TINTS.length)];
	}

	static Color translucent(int number, float opacity) {
		var tint = tint(number);
		return new Color(tint.getRed(), tint.getGreen(), tint.getBlue(), Math.round(255 * opacity));
	}

	/** The colour of a region, on which points of the same tint are still seen. */
	static Color region(int number, Theme theme) {
		return OkLab.of(tint(number)).towards(OkLab.of(theme.background()), 0.55).color();
	}

	/** From near the first tint to near the second; points of a class are still seen. */
	static Color[] diverging(Theme theme) {
		return (theme == Theme.DARK) ? DIVERGING_DARK : DIVERGING_LIGHT;
	}

	/** A scale through colours, with equal steps between any two of them. */
	private static Color[] through(Color... anchors) {
		var places = Arrays.stream(anchors).map(OkLab::of).toArray(OkLab[]::new);
		return IntStream.range(0, STEPS).mapToObj((i) -> {
			double at = i * (places.length - 1.0) / (STEPS - 1);
			int from = Math.min((int) at, places.length - 2);
			return places[from].towards(places[from + 1], at - from).color();
		}).toArray(Color[]::new);
	}

	private static Color[] between(Color middle) {
		var neutral = OkLab.of(middle);
		return through(OkLab.of(TINTS[0]).towards(neutral, FADING).color(), middle,
				OkLab.of(TINTS[1]).towards(neutral, FADING).color());
	}

	static String hex(Color color) {
		return "#%06x".formatted(color.getRGB() & 0xffffff);
	}

}
