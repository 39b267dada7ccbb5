package dev.descent;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.support.Scrape;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The dashboard for Grafana shows what there is. */
@HttpTest
class DashboardTests {

	/** What Prometheus itself puts to each series. */
	private static final String INSTANCE = "instance";

	private static final Pattern SELECTOR = Pattern.compile("([a-z]\\w*_\\w+)\\{([^}]*)}");

	private static final Pattern GROUPING = Pattern.compile("by \\(([^)]*)\\) \\(\\(*(?:rate\\()?([a-z]\\w+)");

	private final JsonNode dashboard = JsonMapper.shared().readTree(Path.of("docs/grafana-dashboard.json"));

	@Autowired
	private Api api;

	@Test
	void everyQueryAsksForSeriesAndLabelsThatAreThere() {
		var scrape = scrape();
		assertThat(queries()).hasSizeGreaterThan(20).allSatisfy((query) -> {
			var selectors = SELECTOR.matcher(query).results().toList();
			assertThat(selectors).isNotEmpty();
			selectors.forEach((selector) -> assertKnown(scrape, selector));
			GROUPING.matcher(query)
				.results()
				.forEach((grouping) -> assertThat(scrape.labels(grouping.group(2)))
					.containsAll(List.of(grouping.group(1).split(", "))));
		});
	}

	private static void assertKnown(Scrape scrape, MatchResult selector) {
		assertThat(scrape.names()).contains(selector.group(1));
		var labels = Arrays.stream(selector.group(2).split(",")).map((label) -> label.replaceAll("=.*", "")).toList();
		assertThat(labels).contains(INSTANCE);
		assertThat(scrape.labels(selector.group(1)))
			.containsAll(labels.stream().filter((label) -> !label.equals(INSTANCE)).toList());
	}

	@Test
	void everyMetricOfTheServiceIsShown() {
		var shown = queries().stream()
			.flatMap((query) -> SELECTOR.matcher(query).results().map((selector) -> selector.group(1)))
			.collect(Collectors.toSet());
		assertThat(shown).containsAll(
				scrape().names().stream().filter((name) -> name.startsWith("descent_")).collect(Collectors.toSet()));
	}

	@Test
	void everyPanelIsExplainedAndHasAPlaceOfItsOwn() {
		var places = new HashSet<String>();
		var ids = new HashSet<Integer>();
		panels().forEach((panel) -> {
			assertThat(ids.add(panel.path("id").asInt())).isTrue();
			var place = panel.path("gridPos");
			int x = place.path("x").asInt();
			assertThat(x + place.path("w").asInt()).isLessThanOrEqualTo(24);
			for (int column = x; column < x + place.path("w").asInt(); column++) {
				for (int row = 0; row < place.path("h").asInt(); row++) {
					assertThat(places.add(column + "," + (place.path("y").asInt() + row))).isTrue();
				}
			}
			if (!panel.path("type").asString().equals("row")) {
				assertThat(panel.path("description").asString()).endsWith(".");
				assertThat(panel.at("/datasource/uid").asString()).isEqualTo("${datasource}");
			}
		});
		assertThat(dashboard.at("/templating/list").findValuesAsString("name")).containsExactly("datasource", INSTANCE);
	}

	private Stream<JsonNode> panels() {
		return dashboard.path("panels").valueStream();
	}

	private Set<String> queries() {
		return panels().flatMap((panel) -> panel.path("targets").valueStream())
			.map((target) -> target.path("expr").asString())
			.collect(Collectors.toSet());
	}

	/** Some series are there only when there was something to count. */
	private Scrape scrape() {
		System.gc();
		Scrape scrape;
		do {
			scrape = Scrape.of(api);
		}
		while (!scrape.names().contains("jvm_gc_pause_seconds_sum"));
		return scrape;
	}

}
