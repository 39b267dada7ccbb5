package dev.descent.figure;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * A grid as an image with a pixel for each point, and the rectangle of the panel that it
 * covers: half a step more than the grid on each side.
 */
record Tile(BufferedImage image, double left, double bottom, double width, double height) {

	/** Says the colour of a point of the grid. */
	@FunctionalInterface
	interface Coloring {

		Color at(int i, int j);

	}

	static Tile of(double[] x, double[] y, Coloring coloring) {
		var image = new BufferedImage(x.length, y.length, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < y.length; i++) {
			for (int j = 0; j < x.length; j++) {
				image.setRGB(j, y.length - 1 - i, coloring.at(i, j).getRGB());
			}
		}
		double dx = step(x);
		double dy = step(y);
		return new Tile(image, x[0] - dx / 2, y[0] - dy / 2, x.length * dx, y.length * dy);
	}

	private static double step(double[] axis) {
		return (axis.length > 1) ? (axis[axis.length - 1] - axis[0]) / (axis.length - 1) : 1;
	}

}
