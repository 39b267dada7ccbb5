import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

/**
 * Draws a decision boundary of two classes from two CSV answers of the service:
 * {@code java docs/pictures/Boundary.java boundary.csv points.csv picture.png}.
 */
void main(String[] files) throws IOException {
	var grid = rows(files[0]);
	var points = rows(files[1]);
	var picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
	var canvas = picture.createGraphics();
	canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
	double[] x = range(grid, 0);
	double[] y = range(grid, 1);
	double cell = SIZE / Math.sqrt(grid.size());
	for (String[] row : grid) {
		canvas.setColor(shade(Double.parseDouble(row[2])));
		int left = (int) (place(row[0], x) * (SIZE - cell));
		int top = (int) ((1 - place(row[1], y)) * (SIZE - cell));
		canvas.fillRect(left, top, (int) Math.ceil(cell) + 1, (int) Math.ceil(cell) + 1);
	}
	for (String[] row : points) {
		dot(canvas, place(row[0], x) * SIZE, (1 - place(row[1], y)) * SIZE, row[2].equals("1") ? BLUE : ORANGE);
	}
	ImageIO.write(picture, "png", new File(files[2]));
}

static final int SIZE = 480;

static final Color ORANGE = new Color(0xe69f00);

static final Color BLUE = new Color(0x0072b2);

List<String[]> rows(String file) throws IOException {
	return Files.readAllLines(Path.of(file)).stream().skip(1).map((line) -> line.split(",")).toList();
}

double[] range(List<String[]> rows, int column) {
	var values = rows.stream().mapToDouble((row) -> Double.parseDouble(row[column])).summaryStatistics();
	return new double[] { values.getMin(), values.getMax() };
}

double place(String value, double[] range) {
	return (Double.parseDouble(value) - range[0]) / (range[1] - range[0]);
}

/** From orange for output 0 through white to blue for output 1. */
Color shade(double output) {
	var full = (output > 0.5) ? BLUE : ORANGE;
	double share = 0.6 * Math.abs(2 * output - 1);
	return new Color(mix(full.getRed(), share), mix(full.getGreen(), share), mix(full.getBlue(), share));
}

int mix(int colour, double share) {
	return (int) Math.round(colour * share + 255 * (1 - share));
}

void dot(Graphics2D canvas, double x, double y, Color colour) {
	var circle = new Ellipse2D.Double(x - 4, y - 4, 8, 8);
	canvas.setColor(colour);
	canvas.fill(circle);
	canvas.setColor(Color.WHITE);
	canvas.setStroke(new BasicStroke(1));
	canvas.draw(circle);
}
