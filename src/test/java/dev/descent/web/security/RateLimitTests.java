package dev.descent.web.security;

import java.util.concurrent.atomic.AtomicLong;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.DispatcherType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Nested;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

import dev.descent.problem.TooManyRequestsException;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RateLimitTests {

	@Nested
	class Counting {

		private final AtomicLong nanos = new AtomicLong();

		private final RateLimits limits = new RateLimits(new SecuritySettings(
				Map.of("anna", new SecuritySettings.Key("", SecuritySettings.Role.READ_WRITE, null), "ben",
						new SecuritySettings.Key("", SecuritySettings.Role.READ_WRITE, null)),
				new SecuritySettings.RateLimit(3, Duration.ofSeconds(30)), List.of()), new TimeMeter() {

					@Override
					public long currentTimeNanos() {
						return nanos.get();
					}

					@Override
					public boolean isWallClockBased() {
						return false;
					}

				});

		@Test
		void aKeyThatHasUsedUpItsCallsIsToldWhenToComeBack() {
			assertThat(call("anna").getHeader("RateLimit-Policy")).isEqualTo("\"requests\";q=3;w=30");
			assertThat(call("anna").getHeader("RateLimit")).isEqualTo("\"requests\";r=1;t=20");
			call("anna");
			var refused = catchThrowableOfType(TooManyRequestsException.class, () -> call("anna"));
			assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(10));
			assertThat(call("ben").getHeader("RateLimit")).startsWith("\"requests\";r=2;");
		}

		@Test
		void whoWaitsAsLongAsToldIsLetIn() {
			for (int i = 0; i < 3; i++) {
				call("anna");
			}
			nanos.addAndGet(Duration.ofSeconds(10).toNanos());
			assertThat(call("anna").getHeader("RateLimit")).isEqualTo("\"requests\";r=0;t=30");
			assertThatExceptionOfType(TooManyRequestsException.class).isThrownBy(() -> call("anna"));
		}

		@Test
		void anAnswerThatComesLaterIsNoCallOfItsOwn() {
			call("anna");
			assertThat(call("anna", DispatcherType.ASYNC).getHeader("RateLimit")).isNull();
			assertThat(call("anna").getHeader("RateLimit")).startsWith("\"requests\";r=1;");
		}

		private MockHttpServletResponse call(String key) {
			return call(key, DispatcherType.REQUEST);
		}

		private MockHttpServletResponse call(String key, DispatcherType type) {
			var request = new MockHttpServletRequest();
			request.setRemoteUser(key);
			request.setDispatcherType(type);
			var response = new MockHttpServletResponse();
			limits.preHandle(request, response, this);
			return response;
		}

	}

	@Nested
	@HttpTest
	@ActiveProfiles("keys")
	@TestPropertySource(properties = { "descent.security.rate-limit.requests=2", "descent.security.rate-limit.per=1h" })
	class OverHttp {

		@Test
		void theThirdCallIsTooMuch(@Autowired Api api) {
			var anna = api.withKey("anna-secret");
			assertThat(anna.get(Api.DATASETS).header("RateLimit")).startsWith("\"requests\";r=1;");
			// What is not there counts like anything else.
			assertThat(anna.get("/api/v1/nothing").status()).isEqualTo(404);
			var refused = anna.get(Api.DATASETS);
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.header("Retry-After")).isEqualTo("1800");
			assertThat(refused.header("RateLimit")).startsWith("\"requests\";r=0;");
			assertThat(refused.json().path("type").asString()).isEqualTo("/problems/too-many-requests");
			assertThat(api.withKey("ben-secret").get(Api.DATASETS).status()).isEqualTo(200);
			assertThat(anna.get("/actuator/info").status()).isEqualTo(200);
		}

	}

}
