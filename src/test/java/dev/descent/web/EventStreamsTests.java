package dev.descent.web;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.support.Watching;
import dev.descent.support.Watching.Event;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/** How streams are kept open, and how many. */
@HttpTest
@Import(EventStreamsTests.Streams.class)
@TestPropertySource(
		properties = { "descent.streams.heartbeat=50ms", "descent.streams.patience=200ms", "descent.limits.streams=2" })
class EventStreamsTests {

	private static final String EXAMPLE = Api.JOBS + "/example/events";

	@Autowired
	private Api api;

	@Autowired
	private Streams streams;

	@Test
	void aStreamThatSaysNothingBeats() {
		try (var watching = open("/silent").opened()) {
			for (int i = 0; i < 3; i++) {
				assertThat(watching.next()).extracting(Event::name).isEqualTo("comment");
			}
		}
	}

	@Test
	void whatMustNotWaitIsToldAtOnce() {
		try (var watching = open("/urgent").opened()) {
			assertThat(watching.until("urgent").data().asInt()).isEqualTo(7);
			assertThat(watching.rest()).isEmpty();
		}
	}

	@Test
	void noMoreStreamsAreOpenedThanAllowed() {
		try (var _ = open("/silent").opened(); var _ = open("/silent").opened()) {
			var answer = api.get(EXAMPLE);
			assertThat(answer.status()).isEqualTo(503);
			assertThat(answer.header("Retry-After")).matches("[1-9]|[1-5][0-9]|60");
			assertThat(answer.mediaType()).isEqualTo("application/problem+json");
			assertThat(answer.json().path("type").asString()).isEqualTo("/problems/too-busy");
			assertThat(answer.json().path("detail").asString())
				.isEqualTo("There are 2 open streams, as many as allowed; try again later.");
		}
	}

	@Test
	void whoNeverReadsLosesItsPlace() {
		try (var _ = open("/silent").opened(); var sleeper = open("/flood").opened()) {
			awaitPlace();
			assertThat(sleeper.rest()).isNotEmpty().allMatch((event) -> event.name().equals("flood"));
		}
	}

	@Test
	void aStreamThatFailsEndsAndLosesItsPlace() {
		try (var _ = open("/silent").opened()) {
			try (var watching = open("/broken").opened()) {
				assertThat(watching.rest()).isEmpty();
			}
			awaitPlace();
		}
	}

	@Test
	void whoLeavesNoLongerWaits() {
		try (var _ = open("/silent").opened()) {
			try (var watching = open("/awaited").opened()) {
				watching.next();
			}
			awaitPlace();
			assertThat(streams.awaited).hasSizeGreaterThan(1).allMatch(CompletableFuture::isCancelled);
		}
	}

	/** A place is free again when the service has noticed that its client is gone. */
	private void awaitPlace() {
		int status;
		do {
			status = api.get(EXAMPLE).status();
		}
		while (status == 503);
		assertThat(status).isEqualTo(200);
	}

	private Watching open(String path) {
		awaitPlace();
		return api.watch(path);
	}

	/** Something that has nothing to say. */
	private static class Silence implements EventSource {

		@Override
		public CompletableFuture<?> change() {
			return new CompletableFuture<>();
		}

		@Override
		public List<ServerEvent> news(boolean measured) {
			return List.of();
		}

		@Override
		public boolean hasEnded() {
			return false;
		}

		@Override
		public ServerEvent farewell() {
			return new ServerEvent("end", 0, "");
		}

	}

	@RestController
	static class Streams {

		private final List<CompletableFuture<?>> awaited = new CopyOnWriteArrayList<>();

		@GetMapping("/silent")
		EventStream<?> silent() {
			return new EventStream<>(new Silence(), Duration.ofHours(1));
		}

		@GetMapping("/awaited")
		EventStream<?> awaited() {
			return new EventStream<>(new Silence() {

				@Override
				public CompletableFuture<?> change() {
					var change = super.change();
					awaited.add(change);
					return change;
				}

			}, Duration.ofHours(1));
		}

		@GetMapping("/urgent")
		EventStream<?> urgent() {
			var change = new CompletableFuture<Integer>();
			return new EventStream<>(new Silence() {

				@Override
				public CompletableFuture<?> change() {
					return change;
				}

				// Is asked a second time if the change is noticed.
				@Override
				public List<ServerEvent> news(boolean measured) {
					if (change.complete(7)) {
						return List.of();
					}
					told = true;
					return List.of(new ServerEvent("urgent", 1, change.join()));
				}

				private boolean told;

				@Override
				public boolean hasEnded() {
					return told;
				}

			}, Duration.ofHours(1));
		}

		@GetMapping("/flood")
		EventStream<?> flood() {
			return new EventStream<>(new Silence() {

				@Override
				public List<ServerEvent> news(boolean measured) {
					return List.of(new ServerEvent("flood", 1, "x".repeat(1 << 16)));
				}

			}, Duration.ofMillis(1));
		}

		@GetMapping("/broken")
		EventStream<?> broken() {
			return new EventStream<>(new Silence() {

				@Override
				public List<ServerEvent> news(boolean measured) {
					throw new IllegalStateException("meant");
				}

			}, Duration.ofHours(1));
		}

	}

}
