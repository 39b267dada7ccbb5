package dev.descent.figure;

import java.util.Locale;

/** Numbers for readers. */
final class Numerals {

	private Numerals() {
	}

	/** A few digits, as many as help; whole numbers without a point. */
	static String shortly(double value) {
		if (value == Math.rint(value) && Math.abs(value) < 1e6) {
			return String.valueOf((long) value);
		}
		double size = Math.abs(value);
		if (!(size < 1e5 && size >= 1e-3)) {
			return String.format(Locale.ROOT, "%.2g", value);
		}
		return String.format(Locale.ROOT, (size < 1) ? "%.3f" : (size < 100) ? "%.2f" : "%.0f", value);
	}

}
