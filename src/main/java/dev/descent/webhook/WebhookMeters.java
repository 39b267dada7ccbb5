package dev.descent.webhook;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What became of messages to webhooks, as meters. */
@Component
final class WebhookMeters implements MeterBinder {

	private final Courier courier;

	private final WebhookSettings settings;

	WebhookMeters(Courier courier, WebhookSettings settings) {
		this.courier = courier;
		this.settings = settings;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		FunctionCounter.builder("descent.webhooks.deliveries", courier, Courier::delivered)
			.description("Messages that were accepted by their receiver, or given up")
			.tag("outcome", "delivered")
			.register(registry);
		FunctionCounter.builder("descent.webhooks.deliveries", courier, Courier::failed)
			.description("Messages that were accepted by their receiver, or given up")
			.tag("outcome", "failed")
			.register(registry);
		Gauge.builder("descent.webhooks.waiting", courier, Courier::waiting)
			.description("Messages that are neither delivered nor given up")
			.register(registry);
		Gauge.builder("descent.webhooks.waiting.max", settings, WebhookSettings::waiting)
			.description("Messages that may wait")
			.register(registry);
	}

}
