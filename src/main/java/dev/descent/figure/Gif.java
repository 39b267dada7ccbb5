package dev.descent.figure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/** Figures one after another, over and over again, as an animated GIF. */
public record Gif(List<Figure> frames, Style style) {

	private static final String FORMAT = "javax_imageio_gif_image_1.0";

	/** How long a frame is seen, and the last one, in hundredths of a second. */
	private static final int DELAY = 12;

	private static final int LAST = 150;

	/** Of all frames together: 64 of the usual size. */
	private static final int MOST_PIXELS = 64 * 800 * 600;

	/** Over and over again, as Netscape had it. */
	private static final byte[] FOREVER = { 1, 0, 0 };

	/** Draws and writes one frame after another. */
	public void write(OutputStream output) throws IOException {
		var shown = shown();
		var writer = ImageIO.getImageWritersByFormatName("gif").next();
		try (var stream = ImageIO.createImageOutputStream(output)) {
			writer.setOutput(stream);
			writer.prepareWriteSequence(null);
			for (int i = 0; i < shown.size(); i++) {
				var image = new Picture(shown.get(i), style).image();
				boolean last = i == shown.size() - 1;
				writer.writeToSequence(new IIOImage(image, null, metadata(writer, image, last)), null);
			}
			writer.endWriteSequence();
		}
		finally {
			writer.dispose();
		}
	}

	/** Fewer frames of a film that is large, evenly spaced, the last among them. */
	private List<Figure> shown() {
		int most = Math.max(1, MOST_PIXELS / (style.width() * style.height()));
		int every = Math.ceilDiv(frames.size(), most);
		return IntStream.range(0, frames.size())
			.filter((i) -> (frames.size() - 1 - i) % every == 0)
			.mapToObj(frames::get)
			.toList();
	}

	private static IIOMetadata metadata(ImageWriter writer, BufferedImage image, boolean last) throws IOException {
		var metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
		var root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
		var control = new IIOMetadataNode("GraphicControlExtension");
		control.setAttribute("disposalMethod", "none");
		control.setAttribute("userInputFlag", "FALSE");
		control.setAttribute("transparentColorFlag", "FALSE");
		control.setAttribute("transparentColorIndex", "0");
		control.setAttribute("delayTime", String.valueOf(last ? LAST : DELAY));
		var present = root.getElementsByTagName("GraphicControlExtension");
		if (present.getLength() > 0) {
			root.removeChild(present.item(0));
		}
		root.appendChild(control);
		var loop = new IIOMetadataNode("ApplicationExtension");
		loop.setAttribute("applicationID", "NETSCAPE");
		loop.setAttribute("authenticationCode", "2.0");
		loop.setUserObject(FOREVER.clone());
		var extensions = new IIOMetadataNode("ApplicationExtensions");
		extensions.appendChild(loop);
		root.appendChild(extensions);
		metadata.setFromTree(FORMAT, root);
		return metadata;
	}

}
