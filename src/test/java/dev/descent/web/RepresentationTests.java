package dev.descent.web;

import java.net.http.HttpRequest.BodyPublishers;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** An answer is of a type that the document has, or there is none. */
@HttpTest
class RepresentationTests {

	@Autowired
	private Api api;

	@ParameterizedTest
	@ValueSource(strings = { "application/vnd.plotly.v1+json", "application/problem+json", "application/vnd.x+json",
			"application/merge-patch+json", "text/html", "application/yaml" })
	void whatOnlyLooksLikeJsonIsNoJson(String type) {
		for (String path : new String[] { Api.JOBS, Api.JOBS + "/example", Api.JOBS + "/example/weights",
				Api.JOBS + "/example/document", Api.RACES + "/example", "/api/v1/catalog" }) {
			var answer = api.get(path, "Accept", type);
			assertThat(answer.status()).as(path).isEqualTo(406);
			assertThat(answer.mediaType()).isEqualTo("application/problem+json");
		}
	}

	@ParameterizedTest
	@CsvSource({ "application/json", "application/*", "*/*", "application/*+json" })
	void jsonIsGivenToWhoTakesIt(String type) {
		assertThat(api.get(Api.JOBS, "Accept", type).mediaType()).isEqualTo("application/json");
	}

	@Test
	void aChangeIsStillRead() {
		var answer = api.send("PATCH", Api.JOBS + "/example", BodyPublishers.ofString("{\"notes\": \"read\"}"),
				"Content-Type", "application/merge-patch+json");
		assertThat(answer.status()).isEqualTo(200);
	}

	@Test
	void theOperatorsAnswersHaveTheirOwnType() {
		assertThat(api.get("/actuator/health").mediaType()).endsWith("+json");
	}

}
