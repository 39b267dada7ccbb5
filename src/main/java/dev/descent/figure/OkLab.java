package dev.descent.figure;

import java.awt.Color;

/**
 * A colour by lightness (0 to 1) and two opponent colours, in which equal distances look
 * about equal (Ottosson, 2020, "A perceptual color space for image processing").
 */
record OkLab(double lightness, double a, double b) {

	static OkLab of(Color color) {
		double red = linear(color.getRed());
		double green = linear(color.getGreen());
		double blue = linear(color.getBlue());
		double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
		double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
		double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
		return new OkLab(0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
				1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
				0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
	}

	/** The nearest colour that can be shown. */
	Color color() {
		double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
		double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
		double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
		return new Color(component(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
				component(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
				component(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
	}

	/** On the straight way to another colour. */
	OkLab towards(OkLab other, double share) {
		return new OkLab(lightness + share * (other.lightness - lightness), a + share * (other.a - a),
				b + share * (other.b - b));
	}

	double distance(OkLab other) {
		return Math.hypot(lightness - other.lightness, Math.hypot(a - other.a, b - other.b));
	}

	/** sRGB (IEC 61966-2-1). */
	private static double linear(int component) {
		double value = component / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

	private static int component(double linear) {
		double value = (linear <= 0.0031308) ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
		return (int) Math.round(255 * Math.clamp(value, 0.0, 1.0));
	}

	private static double cube(double value) {
		return value * value * value;
	}

}
