package dev.descent.figure.web;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.descent.figure.web.Drawing.PLOTLY;
import static dev.descent.figure.web.Drawing.PNG;
import static dev.descent.support.Api.JOBS;
import static dev.descent.support.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Results as pictures, as clients get them. */
@HttpTest
class DrawingTests {

	@Autowired
	private Api api;

	@BeforeEach
	void theExampleRaceIsOver() {
		api.ended(Api.RACES + "/example");
	}

	static List<Drawing> drawings() {
		return Drawing.ALL;
	}

	@Test
	void everyOperationThatPromisesAPictureIsTestedHere() {
		var promised = new ArrayList<String>();
		api.read("/v3/api-docs")
			.path("paths")
			.propertyStream()
			.forEach((path) -> path.getValue().propertyStream().forEach((operation) -> {
				if (operation.getValue().at("/responses/200/content").has(PNG)) {
					promised.add(operation.getKey() + " " + path.getKey());
				}
			}));
		assertThat(promised).containsExactlyInAnyOrderElementsOf(Drawing.ALL.stream().map(Drawing::operation).toList());
	}

	@ParameterizedTest
	@MethodSource("drawings")
	void everyRepresentationIsThere(Drawing drawing) {
		for (String type : Drawing.TYPES) {
			Drawing.assertDrawn(drawing.of(api, "", type), type);
			Drawing.assertDrawn(drawing.of(api, "?theme=dark&log&view=surface", type), type);
		}
		if (drawing.moves()) {
			Drawing.assertDrawn(drawing.of(api, "?format=frames", "image/gif"), "image/gif");
			assertThat(drawing.of(api, "?format=frames", PLOTLY).json().path("frames")).isNotEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "image/png, png", "image/svg+xml, svg", "text/plain, txt", PLOTLY + ", plotly.json", "text/csv, csv",
			"application/json, json", "image/gif, gif" })
	void downloadsHaveNames(String type, String ending) {
		String query = type.equals("image/gif") ? "?format=frames&download" : "?download";
		assertThat(api.get(JOBS + "/example/boundary" + query, "Accept", type).header("Content-Disposition"))
			.isEqualTo("attachment; filename=\"boundary-example." + ending + "\"");
		assertThat(api.get(JOBS + "/example/loss-history", "Accept", type.replace("gif", "png"))
			.header("Content-Disposition")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "image/png, image/png", "image/gif, image/gif", "image/svg+xml, image/svg+xml;charset=UTF-8",
			"text/plain, text/plain;charset=UTF-8", "text/csv, text/csv;charset=UTF-8", PLOTLY + ", " + PLOTLY })
	void onlyTextsSayHowTheyAreEncoded(String type, String contentType) {
		String query = type.equals("image/gif") ? "?format=frames&frames=2" : "";
		assertThat(api.get(JOBS + "/example/boundary" + query, "Accept", type).header("Content-Type"))
			.isEqualTo(contentType);
	}

	@Test
	void theReaderChoosesThemeAndSize() throws IOException {
		var bytes = api.get(JOBS + "/example/loss-history?theme=dark&width=333&height=222", "Accept", PNG).bytes();
		var image = ImageIO.read(new ByteArrayInputStream(bytes));
		assertThat(image.getWidth()).isEqualTo(333);
		assertThat(image.getHeight()).isEqualTo(222);
		assertThat(new Color(image.getRGB(0, 0))).isEqualTo(new Color(0x0d1117));
	}

	@Test
	void theReaderChoosesLogarithmsAndSpace() {
		assertThat(plotly("/loss-history").at("/layout/yaxis/type").isMissingNode()).isTrue();
		assertThat(plotly("/loss-history?log").at("/layout/yaxis/type").asString()).isEqualTo("log");
		var types = plotly("/loss-surface?view=surface").path("data")
			.valueStream()
			.map((trace) -> trace.path("type").asString());
		assertThat(types).containsExactly("surface", "scatter3d");
	}

	private JsonNode plotly(String result) {
		return api.get(JOBS + "/example" + result, "Accept", PLOTLY).json();
	}

	@ParameterizedTest
	@MethodSource("drawings")
	void everyBadWishIsNamedAtOnceWhateverIsAskedFor(Drawing drawing) {
		for (String type : List.of("application/json", PNG)) {
			var answer = drawing.of(api, "?theme=pink&width=199&height=2001&log=perhaps&view=below&download=1", type);
			assertThat(isProblem(answer).status()).isEqualTo(422);
			assertThat(answer.json().path("errors").valueStream().map((error) -> error.path("parameter").asString()))
				.containsExactlyInAnyOrder("theme", "width", "height", "log", "view", "download");
		}
	}

	@Test
	void aMovingPictureNeedsFrames() {
		for (String result : List.of("/boundary", "/loss-surface")) {
			var answer = isProblem(api.get(JOBS + "/example" + result, "Accept", "image/gif"));
			assertThat(answer.status()).isEqualTo(406);
			assertThat(answer.json().path("detail").asString()).contains("format=frames");
		}
		assertThat(isProblem(api.get(JOBS + "/example/warp", "Accept", "image/gif")).status()).isEqualTo(406);
	}

	@ParameterizedTest
	@MethodSource("drawings")
	void aBrowserThatShowsAnImageGetsSvg(Drawing drawing) {
		String accepted = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8";
		Drawing.assertDrawn(drawing.of(api, "", accepted), Drawing.SVG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"dataset\": {\"type\": \"blobs\", \"centers\": 3}, \"training\": {\"epochs\": 20}}",
			"{\"dataset\": {\"type\": \"sine\"}, \"training\": {\"epochs\": 20}}",
			"{\"dataset\": {\"type\": \"gaussian_bumps\"}, \"training\": {\"epochs\": 20}}",
			"{\"dataset\": {\"type\": \"blobs\"}, \"network\": {\"hiddenLayers\": []}, \"training\": {\"epochs\": 3}}" })
	void everyKindOfJobIsDrawn(String specification) {
		assertDrawn(api.train(recordingAll(specification)), "");
	}

	@Test
	void threeClassesAreRegions() {
		var job = api.train("{\"dataset\": {\"type\": \"blobs\", \"centers\": 3}, \"training\": {\"epochs\": 20}}");
		var figure = api.get(Api.path(job) + "/boundary", "Accept", PLOTLY).json();
		assertThat(figure.at("/data/0/type").asString()).isEqualTo("heatmap");
		assertThat(figure.at("/data/0/zmax").asDouble()).isEqualTo(2.5);
	}

	@Test
	void aPlaneThroughFourFeaturesIsDrawn() {
		var job = api.train(inline(List.of("a", "b"), 4));
		var drawings = Drawing.ALL.stream().filter((drawing) -> drawing.path().matches(".*(boundary|maps|warp)"));
		drawings.forEach((drawing) -> {
			for (String type : Drawing.TYPES) {
				Drawing.assertDrawn(drawing.of(api, job.path("id").asString(), "?x=x4&y=x2&at=x1=0.5", type), type);
			}
		});
	}

	@Test
	void anyNamesOfClassesAreDrawn() {
		var names = Stream.of("<script>alert(1)</script>", "a & \"b\" 'c'", "line\nbreak", "x".repeat(100), "\u0007!",
				"]]>", "😀", "8", "9", "10");
		assertDrawn(api.train(recordingAll(inline(names.toList(), 2))), "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sine", "gaussian_bumps" })
	void aJobThatDivergedIsDrawn(String dataset) {
		var job = api.train("{\"dataset\": {\"type\": \"" + dataset
				+ "\"}, \"optimizer\": {\"type\": \"sgd\", \"learningRate\": 1000}, \"training\": {\"epochs\": 60}}");
		assertThat(job.path("state").asString()).isEqualTo("diverged");
		for (var drawing : ofJobs()) {
			for (String type : Drawing.TYPES) {
				for (String query : List.of("", "?log&view=surface")) {
					var answer = drawing.of(api, job.path("id").asString(), query, type);
					if (answer.status() == 200) {
						Drawing.assertDrawn(answer, type);
					}
					else {
						assertThat(isProblem(answer).status()).as(drawing.toString()).isEqualTo(409);
					}
				}
			}
		}
	}

	/** The same job with everything recorded that can be drawn. */
	private static String recordingAll(String specification) {
		return "{\"recording\": {\"instruments\": \"full\"}, " + specification.substring(1);
	}

	private void assertDrawn(JsonNode job, String query) {
		for (var drawing : ofJobs()) {
			for (String type : Drawing.TYPES) {
				Drawing.assertDrawn(drawing.of(api, job.path("id").asString(), query, type), type);
			}
		}
	}

	private static List<Drawing> ofJobs() {
		return Drawing.ALL.stream().filter(Drawing::isOfJob).toList();
	}

	/** A job over ten samples of each class. */
	private static String inline(List<String> classes, int features) {
		var mapper = JsonMapper.shared();
		var job = mapper.createObjectNode();
		var dataset = job.putObject("dataset").put("type", "inline");
		var rows = dataset.putArray("features");
		var targets = dataset.putArray("targets");
		for (int i = 0; i < 10 * classes.size(); i++) {
			int sample = i;
			var row = rows.addArray();
			IntStream.range(0, features).forEach((f) -> row.add(Math.sin(sample * (f + 1))));
			targets.add(classes.get(i % classes.size()));
		}
		job.putObject("training").put("epochs", 10);
		return job.toString();
	}

}
