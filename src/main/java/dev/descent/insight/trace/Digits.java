package dev.descent.insight.trace;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How many significant digits numbers are written with.
 *
 * @param count 1 to 17; with 17, as many as it takes to read the same number again
 */
record Digits(int count) {

	static final int ALL = 17;

	/** The number, with an exponent if it is very small or large. */
	String of(double value) {
		return (count >= ALL || !Double.isFinite(value) || value == 0) ? plain(value) : plain(rounded(value));
	}

	double rounded(double value) {
		return (count >= ALL || !Double.isFinite(value)) ? value
				: new BigDecimal(value).round(new MathContext(count)).doubleValue();
	}

	private static String plain(double value) {
		String text = Double.toString(value);
		return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text.replace(".0E", "E");
	}

}
