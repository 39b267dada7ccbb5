package dev.descent.web.security;

import java.util.List;
import java.util.stream.Stream;

import dev.descent.support.Api;
import dev.descent.support.Api.Answer;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** No owner takes what all others need as well. */
@HttpTest
@ActiveProfiles("keys")
@TestPropertySource(properties = { "descent.limits.active-jobs-per-owner=2", "descent.limits.datasets-per-owner=2",
		"descent.limits.streams-per-owner=2" })
class SharesTests {

	private final Api anna;

	private final Api ben;

	SharesTests(@Autowired Api api) {
		anna = api.withKey("anna-secret");
		ben = api.withKey("ben-secret");
	}

	@Test
	void oneOwnerHasAShareOfThePlaces() {
		var endless = "{\"training\": {\"epochs\": 10000000}}";
		assertThat(statuses(anna.postJson(Api.JOBS, endless), anna.postJson(Api.JOBS, endless),
				anna.postJson(Api.JOBS, endless), ben.postJson(Api.JOBS, endless)))
			.containsExactly(202, 202, 503, 202);
		anna.cancelAll();
		ben.cancelAll();
	}

	@Test
	void oneOwnerHasAShareOfTheDatasets() {
		var moons = "{\"type\": \"moons\"}";
		assertThat(statuses(anna.postJson(Api.DATASETS, moons), anna.postJson(Api.DATASETS, moons),
				anna.postJson(Api.DATASETS, moons), ben.postJson(Api.DATASETS, moons)))
			.containsExactly(201, 201, 507, 201);
	}

	@Test
	void oneOwnerHasAShareOfTheStreams() {
		String endless = anna.postJson(Api.JOBS, "{\"training\": {\"epochs\": 10000000}}").header("Location")
				+ "/events";
		try (var _ = anna.watch(endless).opened(); var _ = anna.watch(endless).opened()) {
			var refused = anna.get(endless);
			assertThat(refused.status()).isEqualTo(503);
			assertThat(refused.json().path("detail").asString())
				.isEqualTo("You have 2 open streams, as many as one owner of keys may; try again later.");
			ben.watch(Api.JOBS + "/example/events").opened().close();
		}
		anna.cancelAll();
	}

	private static List<Integer> statuses(Answer... answers) {
		return Stream.of(answers).map(Answer::status).toList();
	}

}
