package dev.descent.figure;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * A grid as an image, and the rectangle of the panel that it covers: half a step more
 * than the grid on each side.
 */
record Tile(BufferedImage image, double left, double bottom, double width, double height) {

	/** Says the colour of a point of the grid. */
	@FunctionalInterface
	interface Coloring {

		Color at(int i, int j);

	}

	/**
	 * @param pixels along a side of each point: the more, the sharper are its edges
	 */
	static Tile of(double[] x, double[] y, int pixels, Coloring coloring) {
		int width = x.length * pixels;
		int height = y.length * pixels;
		var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int row = 0; row < height; row++) {
			for (int column = 0; column < width; column++) {
				image.setRGB(column, height - 1 - row, coloring.at(row / pixels, column / pixels).getRGB());
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
