package dev.descent.webhook;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.descent.outbound.Destinations;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What is on its way when the service stops is not waited for. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

	@Bean
	HttpTransport webhookTransport(Destinations destinations, WebhookSettings settings) {
		return new HttpTransport(destinations, settings.timeout(), settings.concurrency());
	}

	@Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
	ExecutorService webhookThreads() {
		return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());
	}

	@Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
	ScheduledExecutorService webhookPauses() {
		return Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("webhook-pauses").factory());
	}

	@Bean
	Courier courier(HttpTransport transport, WebhookSettings settings,
			@Qualifier("webhookThreads") ExecutorService threads,
			@Qualifier("webhookPauses") ScheduledExecutorService pauses, Clock clock) {
		return new Courier(transport, settings.retryDelays(), settings.concurrency(), settings.waiting(), threads,
				pause(pauses), clock);
	}

	@Bean
	Webhooks webhooks(Courier courier, JsonMapper mapper, Clock clock) {
		return new Webhooks(courier, mapper, clock);
	}

	private static Pause pause(ScheduledExecutorService pauses) {
		return (delay, task) -> {
			var _ = pauses.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
		};
	}

}
