package dev.descent.figure.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.descent.support.HttpTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What Plotly makes of the figures in a real browser. Skipped where there is none, unless
 * the environment has {@code DESCENT_BROWSER=required}.
 */
@HttpTest
class PlotlyBrowserTests {

	private static final Pattern RESULT = Pattern.compile("<pre id=\"result\">(.*?)</pre>", Pattern.DOTALL);

	/** What the browser itself says of its software rendering. */
	private static final String OWN_WARNING = "GPU stall due to ReadPixels";

	@LocalServerPort
	private int port;

	@TempDir
	private Path profile;

	@BeforeEach
	void thereIsABrowser() {
		boolean required = "required".equals(System.getenv("DESCENT_BROWSER"));
		assertThat(!browsers().isEmpty() || !required).as("a browser on the PATH").isTrue();
		assumeTrue(!browsers().isEmpty(), "no browser on the PATH");
	}

	@Test
	void everyFigureIsDrawnWithoutComplaint() throws Exception {
		var requests = new ArrayList<Map<String, String>>();
		for (var drawing : Drawing.ALL) {
			for (String query : List.of("", "?theme=dark&log=true", "?width=300&height=250")) {
				requests.add(request(drawing, query));
			}
			if (drawing.name().matches("loss-surface|optimizer-paths")) {
				requests.add(request(drawing, "?view=surface"));
				requests.add(request(drawing, "?view=surface&theme=dark&log=true"));
			}
			if (drawing.moves()) {
				requests.add(request(drawing, "?format=frames"));
			}
		}
		var result = shown(requests);
		assertThat(result.path("problems").valueStream().map(JsonNode::asString))
			.allSatisfy((problem) -> assertThat(problem).contains(OWN_WARNING));
		assertThat(result.path("figures")).hasSameSizeAs(requests).allSatisfy((figure) -> {
			assertThat(figure.path("traces").asInt()).as(figure.toString()).isPositive();
			assertThat(figure.path("drawn").asInt()).as(figure.toString())
				.isGreaterThanOrEqualTo(
						figure.path("path").asString().contains("view=surface") ? 1 : figure.path("traces").asInt());
			assertThat(figure.path("title").asString()).as(figure.toString()).isNotBlank();
			assertThat(figure.path("frames").asInt() > 1).as(figure.toString())
				.isEqualTo(figure.path("path").asString().contains("frames"));
		});
	}

	private static Map<String, String> request(Drawing drawing, String query) {
		return Map.of("method", drawing.isPosted() ? "post" : "get", "path", drawing.path() + query);
	}

	private JsonNode shown(List<Map<String, String>> requests) throws IOException, InterruptedException {
		String query = URLEncoder.encode(JsonMapper.shared().writeValueAsString(requests), StandardCharsets.UTF_8);
		var document = profile.resolve("document.html");
		var process = new ProcessBuilder(browsers().getFirst().toString(), "--headless", "--no-sandbox",
				"--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
				"--disable-component-update", "--disable-sync", "--use-gl=angle", "--use-angle=swiftshader",
				"--enable-unsafe-swiftshader", "--user-data-dir=" + profile.resolve("user"),
				"--virtual-time-budget=600000", "--dump-dom",
				"http://localhost:" + port + "/figures.html#requests=" + query)
			.redirectOutput(document.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("the browser ends").isTrue();
		}
		finally {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly().waitFor();
		}
		var matcher = RESULT.matcher(Files.readString(document));
		assertThat(matcher.find()).as("the browser shows the page").isTrue();
		String result = matcher.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
		assertThat(result).as("the page came to its end").contains("\"done\":true");
		return JsonMapper.shared().readTree(result);
	}

	private static List<Path> browsers() {
		var folders = Objects.requireNonNullElse(System.getenv("PATH"), "").split(Pattern.quote(":"));
		return Stream.of("chromium", "chromium-browser", "google-chrome")
			.flatMap((name) -> Stream.of(folders).map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.toList();
	}

}
