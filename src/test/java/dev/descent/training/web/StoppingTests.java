package dev.descent.training.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.descent.DescentApplication;
import dev.descent.support.Api;
import dev.descent.support.Watching.Event;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** What clients are told when the service stops. */
class StoppingTests {

	/** If it waited for those who do not read, it would be for a long time. */
	private static final String PHASE = "--spring.lifecycle.timeout-per-shutdown-phase=10m";

	private final List<String> order = Collections.synchronizedList(new ArrayList<>());

	private void note(ApplicationEvent event) {
		if (event instanceof AvailabilityChangeEvent<?> change
				&& change.getState() == ReadinessState.REFUSING_TRAFFIC) {
			order.add("not ready");
		}
		else if (event instanceof ContextClosedEvent) {
			order.add("closing");
		}
	}

	@Test
	void everyStreamEndsAndEveryRequestThatWaitsIsAnswered() {
		var context = new SpringApplicationBuilder(DescentApplication.class)
			.listeners((ApplicationListener<ApplicationEvent>) this::note)
			.run("--server.port=0", PHASE);
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
				assertThat(order).containsExactly("not ready", "closing");
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
