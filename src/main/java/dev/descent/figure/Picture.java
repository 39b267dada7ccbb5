package dev.descent.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import javax.imageio.ImageIO;

import org.jfree.svg.SVGGraphics2D;

/** A figure, drawn in pixels or as SVG. */
public record Picture(Figure figure, Style style) {

	/** Room for the title above several panels. */
	private static final int HEADING = 36;

	/** Writes it as PNG. */
	public void writePng(OutputStream output) throws IOException {
		if (!ImageIO.write(image(), "png", output)) {
			throw new IllegalStateException("this JVM writes no PNG");
		}
	}

	/** The same figure always gives the same document. */
	public String svg() {
		var graphics = new SVGGraphics2D(style.width(), style.height());
		graphics.setDefsKeyPrefix("d");
		draw(graphics);
		return graphics.getSVGDocument();
	}

	BufferedImage image() {
		var image = new BufferedImage(style.width(), style.height(), BufferedImage.TYPE_INT_RGB);
		var graphics = image.createGraphics();
		try {
			draw(graphics);
		}
		finally {
			graphics.dispose();
		}
		return image;
	}

	private void draw(Graphics2D graphics) {
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.setPaint(style.theme().background());
		graphics.fill(new Rectangle2D.Double(0, 0, style.width(), style.height()));
		List<Panel> panels = figure.panels();
		if (panels.size() == 1) {
			draw(graphics, panels.getFirst(), figure.title(),
					new Rectangle2D.Double(0, 0, style.width(), style.height()));
			return;
		}
		drawHeading(graphics);
		double width = style.width() / (double) figure.columns();
		double height = (style.height() - HEADING) / (double) figure.rows();
		for (int i = 0; i < panels.size(); i++) {
			int column = i % figure.columns();
			int row = i / figure.columns();
			draw(graphics, panels.get(i), panels.get(i).title(),
					new Rectangle2D.Double(column * width, HEADING + row * height, width, height));
		}
	}

	private void drawHeading(Graphics2D graphics) {
		graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
		graphics.setPaint(style.theme().foreground());
		int room = style.width() - 12;
		int width = graphics.getFontMetrics().stringWidth(figure.title());
		if (width > room) {
			graphics.setFont(graphics.getFont().deriveFont(Math.max(7f, 16f * room / width)));
			width = graphics.getFontMetrics().stringWidth(figure.title());
		}
		graphics.drawString(figure.title(), Math.max(6, (style.width() - width) / 2), 24);
	}

	private void draw(Graphics2D graphics, Panel panel, String title, Rectangle2D area) {
		var surface = panel.surface();
		if (surface.isPresent() && surface.get().isSeenInSpace(style)) {
			Terrain.draw(graphics, area, panel, surface.get(), title, style);
		}
		else {
			boolean first = panel.equals(figure.panels().getFirst());
			Chart.of(panel, title, style, figure.panels().size() == 1, first, area).draw(graphics, area);
		}
	}

}
