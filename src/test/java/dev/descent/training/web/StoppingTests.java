package dev.descent.training.web;

import java.util.concurrent.CompletableFuture;

import dev.descent.DescentApplication;
import dev.descent.support.Api;
import dev.descent.support.Watching.Event;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** What clients are told when the service stops. */
class StoppingTests {

	/** If it waited for those who do not read, it would be for a long time. */
	private static final String PHASE = "--spring.lifecycle.timeout-per-shutdown-phase=10m";

	@Test
	void everyStreamEndsAndEveryRequestThatWaitsIsAnswered() {
		var context = new SpringApplicationBuilder(DescentApplication.class).run("--server.port=0", PHASE);
		try (var api = new Api(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class))) {
			var job = api.submitEndless();
			try (var reader = api.watch(job, "?maxRate=0.1").opened();
					var sleeper = api.watch(job, "?maxRate=10&boundary=100");
					var other = api.watch(job, "?maxRate=10&boundary=100").opened()) {
				var states = reader.until((event) -> event.text("state").equals("running"));
				for (int i = 0; i < 10; i++) {
					other.until("boundary");
				}
				var waiting = CompletableFuture.supplyAsync(() -> api.get(Api.path(job) + "?wait=60&seen=2"));
				var posted = CompletableFuture.supplyAsync(
						() -> api.postJson(Api.JOBS, "{\"training\": {\"epochs\": 100000000}}", "Prefer", "wait=60"));
				while (api.read(Api.JOBS).path("jobs").size() < 3) {
					// the posted job is on its way
				}
				context.close();
				assertThat(states).extracting(Event::id).containsExactly(1, 2);
				var end = reader.rest().getLast();
				assertThat(end.name()).isEqualTo("end");
				assertThat(end.id()).isEqualTo(2);
				assertThat(end.text("state")).isEqualTo("running");
				assertThat(end.data().path("stopReason").isNull()).isTrue();
				assertThat(end.data().path("reconnect").asBoolean()).isTrue();
				assertThat(waiting.join().json().path("state").asString()).isEqualTo("running");
				assertThat(posted.join().status()).isEqualTo(202);
				assertThat(sleeper.opened().next()).isNotNull();
			}
		}
		finally {
			context.close();
		}
	}

}
