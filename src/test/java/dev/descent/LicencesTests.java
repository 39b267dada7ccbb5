package dev.descent;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.descent.support.GeneratedDocs;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What is shipped is known, and under which licences. */
class LicencesTests {

	private static final String FILE = "/META-INF/sbom/application.cdx.json";

	private final JsonNode components = components();

	private static JsonNode components() {
		try (var stream = Objects.requireNonNull(LicencesTests.class.getResourceAsStream(FILE))) {
			return JsonMapper.shared().readTree(stream).path("components");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void thePageListsEverythingThatIsShipped() {
		assertThat(components.valueStream().map((component) -> component.path("name").asString()))
			.contains("jfreechart", "spring-core", "micrometer-registry-prometheus")
			.doesNotContain("archunit-junit5", "plotly.js-dist");
		var rows = components.valueStream()
			.map((component) -> List.of(component.path("group").asString() + ":" + component.path("name").asString(),
					component.path("version").asString(), licences(component)))
			.sorted(Comparator.comparing((row) -> String.join(" ", row)));
		GeneratedDocs.assertPart("licences.md", "licences",
				GeneratedDocs.table(Stream.concat(Stream.of(List.of("library", "version", "licence")), rows)));
	}

	/** Where there are several, whoever passes the library on may choose. */
	private static String licences(JsonNode component) {
		var licences = component.path("licenses")
			.valueStream()
			.map((choice) -> choice.has("expression") ? choice.path("expression").asString()
					: choice.at("/license/id").asString(choice.at("/license/name").asString("")))
			.toList();
		assertThat(licences).as(component.path("purl").asString()).isNotEmpty().doesNotContain("");
		return licences.stream().collect(Collectors.joining(" or "));
	}

	@Test
	void twoBuildsOfTheSameSourcesListTheSame() throws IOException {
		try (var stream = Objects.requireNonNull(LicencesTests.class.getResourceAsStream(FILE))) {
			var document = JsonMapper.shared().readTree(stream);
			// Version 3: made of the content, not of chance.
			assertThat(document.path("serialNumber").asString()).matches("urn:uuid:.{8}-.{4}-3.*");
			assertThat(document.at("/metadata/timestamp").isMissingNode()).isTrue();
		}
	}

}
