package dev.descent.web;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
@Import(PendingAnswersTests.PendingController.class)
class PendingAnswersTests {

	@Autowired
	private Api api;

	@ParameterizedTest
	@CsvSource({ "0, 60", "100, 60", "60000, 0.1" })
	void theAnswerComesWithTheEventOrWhenTheTimeIsUp(long after, double longest) {
		var answer = api.get("/pending?after=" + after + "&longest=" + longest);
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.header("Location")).isEqualTo("/here");
		assertThat(answer.mediaType()).isEqualTo("application/json");
		assertThat(answer.json().path("fails").asBoolean(true)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "0, 60", "100, 60", "60000, 0.1" })
	void anAnswerThatCannotBeMadeIsAProblem(long after, double longest) {
		var answer = api.get("/pending?fails=true&after=" + after + "&longest=" + longest);
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.mediaType()).isEqualTo("application/problem+json");
		assertThat(answer.json().path("type").asString()).isEqualTo("/problems/internal-error");
		assertThat(answer.body()).doesNotContain("secret");
	}

	/** The container must not give up what is about to be answered. */
	@Test
	void theEventMayComeJustWhenTheTimeIsUp() throws Exception {
		try (var clients = Executors.newFixedThreadPool(50)) {
			var asked = Collections.nCopies(600,
					(Callable<Api.Answer>) () -> api.get("/pending?after=500&longest=0.5"));
			for (var answer : clients.invokeAll(asked)) {
				assertThat(answer.get().status()).isEqualTo(201);
			}
		}
	}

	@Test
	void anEventThatNobodyWaitsForAnyLongerIsCancelled() {
		assertThat(api.get("/pending?after=60000&longest=0.1").status()).isEqualTo(201);
		assertThat(PendingController.last).isCancelled();
	}

	@RestController
	static class PendingController {

		private static volatile CompletableFuture<?> last = new CompletableFuture<>();

		@GetMapping("/pending")
		Pending<Map<String, Boolean>> answer(@RequestParam long after, @RequestParam double longest,
				@RequestParam(defaultValue = "false") boolean fails) {
			var event = new CompletableFuture<>();
			last = event;
			if (after == 0) {
				event.complete(1);
			}
			else {
				event.completeOnTimeout(1, after, TimeUnit.MILLISECONDS);
			}
			return new Pending<>(event, Duration.ofMillis((long) (1000 * longest)), () -> {
				if (fails) {
					throw new IllegalStateException("secret");
				}
				return ResponseEntity.status(201).header("Location", "/here").body(Map.of("fails", false));
			});
		}

	}

}
