package dev.descent.web.security;

import java.util.stream.Stream;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.AfterEach;
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

	@AfterEach
	void cancelAll() {
		anna.cancelAll();
		ben.cancelAll();
	}

	@Test
	void oneOwnerHasAShareOfThePlaces() {
		assertTwoEach(Api.JOBS, "{\"training\": {\"epochs\": 10000000}}", 202, 503);
	}

	@Test
	void oneOwnerHasAShareOfTheDatasets() {
		assertTwoEach(Api.DATASETS, "{\"type\": \"moons\"}", 201, 507);
	}

	private void assertTwoEach(String things, String json, int made, int refused) {
		assertThat(Stream.of(anna, anna, anna, ben).map((owner) -> owner.postJson(things, json).status()))
			.containsExactly(made, made, refused, made);
	}

	@Test
	void oneOwnerHasAShareOfTheStreams() {
		var job = anna.submitEndless();
		try (var _ = anna.watch(job, "").opened(); var _ = anna.watch(job, "").opened()) {
			var refused = anna.get(Api.path(job) + "/events");
			assertThat(refused.status()).isEqualTo(503);
			assertThat(refused.json().path("detail").asString())
				.isEqualTo("You have 2 open streams, as many as one owner of keys may; try again later.");
			ben.watch(Api.JOBS + "/example/events").opened().close();
		}
	}

}
