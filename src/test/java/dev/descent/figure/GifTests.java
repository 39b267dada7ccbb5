package dev.descent.figure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.metadata.IIOMetadataNode;

import org.junit.jupiter.api.Test;

import org.w3c.dom.Node;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures that move. */
class GifTests {

	@Test
	void aGifShowsEachFrameForAWhileAndBeginsAgain() throws IOException {
		var output = new ByteArrayOutputStream();
		var style = new Style(Theme.DARK, 240, 210, false, Style.View.CONTOUR);
		new Gif(List.of(Samples.panels(1), Samples.panels(2), Samples.panels(3)), style).write(output);
		var reader = ImageIO.getImageReadersByFormatName("gif").next();
		try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(output.toByteArray()))) {
			reader.setInput(input);
			assertThat(reader.getNumImages(true)).isEqualTo(3);
			for (int i = 0; i < 3; i++) {
				assertThat(reader.read(i).getWidth()).isEqualTo(240);
				assertThat(reader.read(i).getHeight()).isEqualTo(210);
				var control = control(reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0"));
				assertThat(control.getAttribute("delayTime")).isEqualTo((i == 2) ? "150" : "12");
			}
		}
		finally {
			reader.dispose();
		}
		assertThat(new String(output.toByteArray(), StandardCharsets.ISO_8859_1))
			.contains("NETSCAPE2.0\u0003\u0001\u0000\u0000");
	}

	private static IIOMetadataNode control(Node root) {
		return (IIOMetadataNode) ((IIOMetadataNode) root).getElementsByTagName("GraphicControlExtension").item(0);
	}

}
