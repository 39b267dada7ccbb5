package dev.descent.figure;

import java.awt.Font;
import java.awt.geom.Rectangle2D;

/**
 * Letters in the room that there is.
 *
 * @param share of the usual size
 * @param titled whether there is room for a title
 * @param bare whether there is none for what stands along axes
 */
record Lettering(double share, boolean titled, boolean bare) {

	static Lettering in(Rectangle2D area) {
		double share = Math.min(area.getWidth() / 480, area.getHeight() / 360);
		return new Lettering(Math.clamp(share, 0.5, 1), area.getHeight() >= 40,
				area.getWidth() < 130 || area.getHeight() < 110);
	}

	Font font(int style, int usual) {
		return new Font(Font.SANS_SERIF, style, (int) Math.round(share * usual));
	}

}
