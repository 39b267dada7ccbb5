package dev.descent.catalog.web;

import dev.descent.limits.Limits;
import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import static dev.descent.support.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue as clients see it. */
@HttpTest
class CatalogControllerTests {

	private static final String CATALOG = "/api/v1/catalog";

	@Autowired
	private Api api;

	@Autowired
	private Limits limits;

	@Test
	void anEntrySaysAllThatThereIsToKnow() {
		var adamw = api.read(CATALOG + "/optimizer/adamw");
		assertThat(adamw.get("level").asString()).isEqualTo("basic");
		assertThat(adamw.get("source").asString()).startsWith("Loshchilov and Hutter, 2019");
		assertThat(adamw.get("latex").asString()).contains("\\lambda");
		assertThat(adamw.get("presets").toString()).isEqualTo("[\"pytorch\",\"keras\"]");
		var decay = adamw.get("parameters").get(4);
		assertThat(decay.get("name").asString()).isEqualTo("weightDecay");
		assertThat(decay.get("defaultValue").asDouble()).isEqualTo(0.01);
		assertThat(decay.get("presetDefaults").toString()).isEqualTo("{\"pytorch\":0.01,\"keras\":0.004}");
		assertThat(decay.get("values").get("minimum").toString()).isEqualTo("{\"value\":0,\"inclusive\":true}");
		assertThat(adamw.get("parameters").get(6).get("values").get("allowed").toString())
			.isEqualTo("[\"pytorch\",\"keras\"]");
	}

	@Test
	void partsOfTheCatalogAreThoseOfTheWhole() {
		var families = api.read(CATALOG).get("families");
		assertThat(families).hasSizeGreaterThan(10);
		for (var family : families) {
			String path = CATALOG + "/" + family.get("name").asString();
			assertThat(api.read(path)).isEqualTo(family);
			for (var entry : family.get("entries")) {
				if (!entry.get("type").isNull()) {
					assertThat(api.read(path + "/" + entry.get("type").asString())).isEqualTo(entry);
				}
			}
		}
	}

	@Test
	void theLimitsInForceAreTold() {
		var told = api.read(CATALOG).get("limits");
		assertThat(told.propertyNames()).hasSize(Limits.class.getRecordComponents().length);
		assertThat(told.get("activeJobs").asInt()).isEqualTo(limits.activeJobs());
		assertThat(told.get("jobMemory").asLong()).isEqualTo(limits.jobMemory().toBytes());
		assertThat(told.get("retention").asString()).isEqualTo(limits.retention().toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			optimiser       | did you mean 'optimizer'?
			optimizer/adamm | did you mean 'adam'?
			loss/mes        | did you mean 'mse'?
			training/adam   | no types to choose from
			""")
	void whatIsMisspeltIsNotFoundWithASuggestion(String path, String detail) {
		var answer = isProblem(api.get(CATALOG + "/" + path));
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.json().get("detail").asString()).contains(detail);
	}

	@Test
	void whoHasItAlreadyIsNotSentItAgain() {
		var first = api.get(CATALOG);
		String tag = String.valueOf(first.header("ETag"));
		assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
		var second = api.get(CATALOG, "If-None-Match", tag);
		assertThat(second.status()).isEqualTo(304);
		assertThat(second.body()).isEmpty();
		assertThat(api.get(CATALOG, "If-None-Match", "W/\"other\"").status()).isEqualTo(200);
	}

}
