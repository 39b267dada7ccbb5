package dev.descent.web.security;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A service without keys, which listens on a loopback address. */
@HttpTest
class OpenServiceTests {

	@Autowired
	private Api api;

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST" })
	void itAnswersForThisMachine(String host) {
		assertThat(get(host)).startsWith("HTTP/1.1 200 ");
	}

	/** A name that leads here, as in DNS rebinding. */
	@ParameterizedTest
	@ValueSource(strings = { "rebound.example", "localhost.example", "10.0.0.1:8080" })
	void itAnswersForNoOtherHost(String host) {
		assertThat(get(host)).startsWith("HTTP/1.1 400 ").contains("\"type\":\"/problems/malformed-request\"", "Host");
	}

	private String get(String host) {
		return api.exchange("GET /api/v1/datasets HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
	}

	@Test
	void itTakesNoNoticeOfKeys() {
		assertThat(api.withKey("whatever").get(Api.DATASETS).status()).isEqualTo(200);
		assertThat(api.get(Api.DATASETS).header("RateLimit")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/datasets", "/api/v1/nothing", "/swagger-ui/index.html", "/v3/api-docs",
			"/actuator/health" })
	void itsAnswersGiveBrowsersNoRoom(String path) {
		var answer = api.get(path);
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
		assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(answer.header("Content-Security-Policy"))
			.contains("default-src 'none';", "script-src 'self';", "frame-ancestors 'none'")
			.doesNotContain("unsafe-eval");
		assertThat(answer.header("Set-Cookie")).isNull();
		assertThat(answer.header("Server")).isNull();
	}

}
