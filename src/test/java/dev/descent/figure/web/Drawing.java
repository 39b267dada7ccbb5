package dev.descent.figure.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

import dev.descent.support.Api;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A result that can be drawn.
 *
 * @param operation its method and path as the OpenAPI document has them
 * @param moves whether it can be a GIF
 */
record Drawing(String operation, boolean moves) {

	static final List<Drawing> ALL = List.of(still("get /api/v1/datasets/{id}/points"),
			still("get /api/v1/training-jobs/{id}/loss-history"), moving("get /api/v1/training-jobs/{id}/boundary"),
			still("get /api/v1/training-jobs/{id}/neuron-maps"), still("get /api/v1/training-jobs/{id}/warp"),
			still("get /api/v1/training-jobs/{id}/histograms"), still("get /api/v1/training-jobs/{id}/evaluation"),
			moving("get /api/v1/training-jobs/{id}/loss-surface"), still("get /api/v1/training-jobs/{id}/loss-slice"),
			still("get /api/v1/training-jobs/{id}/instruments"),
			still("get /api/v1/training-jobs/{id}/instruments/histograms"),
			still("get /api/v1/training-jobs/{id}/gradient-check"), still("get /api/v1/training-jobs/{id}/curvature"),
			still("get /api/v1/training-jobs/{id}/diagnosis"),
			still("get /api/v1/learning-rate-range-tests/{id}/curve"), still("post /api/v1/schedules/preview"),
			still("post /api/v1/optimizer-paths"), still("get /api/v1/training-jobs/{id}/trace"),
			still("post /api/v1/traces"), still("get /api/v1/races/{id}/leaderboard"),
			still("get /api/v1/races/{id}/curves"), still("get /api/v1/races/{id}/runs"),
			still("get /api/v1/races/{id}/sensitivity"), still("get /api/v1/races/{id}/stability"),
			still("get /api/v1/races/{id}/population"), still("get /api/v1/races/{id}/loss-surface"));

	static final String PNG = "image/png";

	static final String SVG = "image/svg+xml";

	static final String TEXT = "text/plain";

	static final String PLOTLY = "application/vnd.plotly.v1+json";

	static final String CSV = "text/csv";

	static final List<String> TYPES = List.of(PNG, SVG, TEXT, PLOTLY, CSV);

	private static Drawing still(String operation) {
		return new Drawing(operation, false);
	}

	private static Drawing moving(String operation) {
		return new Drawing(operation, true);
	}

	boolean isPosted() {
		return operation.startsWith("post ");
	}

	/** Whether it is a result of a job. */
	boolean isOfJob() {
		return operation.contains("/training-jobs/");
	}

	/** Where it is for the example. */
	String path() {
		return path("example");
	}

	String path(String id) {
		return operation.replaceFirst("^[a-z]+ ", "").replace("{id}", id);
	}

	/** The last piece of its path. */
	String name() {
		return operation.replaceFirst(".*/", "");
	}

	Api.Answer of(Api api, String query, String type) {
		return of(api, "example", query, type);
	}

	Api.Answer of(Api api, String id, String query, String type) {
		return isPosted() ? api.postJson(path(id) + query, "{}", "Accept", type)
				: api.get(path(id) + query, "Accept", type);
	}

	/** Fails unless an answer is what its type says. */
	static void assertDrawn(Api.Answer answer, String type) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.mediaType()).isEqualTo(type);
		switch (type) {
			case PNG, "image/gif" -> assertThat(size(answer.bytes())).isEqualTo("800 x 600");
			case SVG -> assertWellFormed(answer.bytes());
			case PLOTLY -> {
				assertThat(answer.json().path("data")).isNotEmpty();
				assertThat(answer.json().at("/layout/width").asInt()).isEqualTo(800);
				assertThat(answer.body()).doesNotContain("NaN", "Infinity");
			}
			case TEXT -> {
				assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
				assertThat(answer.body().lines()).hasSizeGreaterThan(3)
					.allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(80));
			}
			default -> {
				assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
				assertThat(answer.body().lines()).hasSizeGreaterThan(1);
			}
		}
	}

	private static String size(byte[] bytes) {
		try {
			var image = ImageIO.read(new ByteArrayInputStream(bytes));
			return image.getWidth() + " x " + image.getHeight();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void assertWellFormed(byte[] bytes) {
		try {
			var factory = DocumentBuilderFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			var root = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)).getDocumentElement();
			assertThat(root.getNodeName()).isEqualTo("svg");
			assertThat(root.getElementsByTagName("script").getLength()).isZero();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	@Override
	public String toString() {
		return operation;
	}

}
