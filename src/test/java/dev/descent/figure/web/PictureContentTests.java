package dev.descent.figure.web;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What must be there is in the pictures that clients get. */
@HttpTest
class PictureContentTests {

	/** The first two tints, as SVG writes them; a point has one of them. */
	private static final Pattern POINT = Pattern.compile("fill:rgb\\((0,114,178|230,159,0)\\)");

	@Autowired
	private Api api;

	@Test
	void theClassesLieOnBothSidesOfAKnownLine() throws IOException {
		var job = api.train("""
				{"scaling": "none",
				 "network": {"hiddenLayers": [],
				             "initialParameters": [{"weights": [[20, -20]], "biases": [0]}]},
				 "training": {"epochs": 0}}""");
		var boundary = api.result(job, "boundary");
		double low = boundary.at("/x/values/0").asDouble();
		double bottom = boundary.at("/y/values/0").asDouble();
		assertThat(bottom - low).as("the line leaves the picture on the left and above").isPositive();
		var image = ImageIO
			.read(new ByteArrayInputStream(api.get(Api.path(job) + "/boundary", "Accept", "image/png").bytes()));
		assertThat(share(image, true)).as("blue above the line x1 = x2").isBetween(0.2, 0.6);
		assertThat(share(image, false)).as("orange below it").isBetween(0.3, 0.7);
		assertThat(isBlue(image, 90, 60)).as("above and on the left").isTrue();
		assertThat(isOrange(image, 650, 500)).as("below and on the right").isTrue();
	}

	private static double share(BufferedImage image, boolean blue) {
		int found = 0;
		for (int x = 0; x < image.getWidth(); x++) {
			for (int y = 0; y < image.getHeight(); y++) {
				found += (blue ? isBlue(image, x, y) : isOrange(image, x, y)) ? 1 : 0;
			}
		}
		return found / (double) (image.getWidth() * image.getHeight());
	}

	private static boolean isBlue(BufferedImage image, int x, int y) {
		var color = new Color(image.getRGB(x, y));
		return color.getBlue() > color.getRed() + 60;
	}

	private static boolean isOrange(BufferedImage image, int x, int y) {
		var color = new Color(image.getRGB(x, y));
		return color.getRed() > color.getBlue() + 60;
	}

	@Test
	void thereAreAsManyMarkersAsPoints() {
		int samples = api.read(Api.DATASETS + "/example/points").path("features").size();
		String svg = api.get(Api.DATASETS + "/example/points", "Accept", "image/svg+xml").body();
		assertThat(POINT.matcher(svg).results()).as("one for each sample, and two in the legend").hasSize(samples + 2);
		var parts = api.read(Api.JOBS + "/example/boundary").path("points");
		int points = parts.valueStream().mapToInt((part) -> part.path("x").size()).sum();
		String boundary = api.get(Api.JOBS + "/example/boundary", "Accept", "image/svg+xml").body();
		assertThat(POINT.matcher(boundary).results()).as("one for each sample, and four in the legend")
			.hasSize(points + 4);
	}

}
