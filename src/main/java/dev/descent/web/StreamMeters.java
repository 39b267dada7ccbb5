package dev.descent.web;

import dev.descent.limits.Limits;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many event streams are open, as meters. */
@Component
final class StreamMeters implements MeterBinder {

	private final EventStreams streams;

	private final Limits limits;

	StreamMeters(EventStreams streams, Limits limits) {
		this.streams = streams;
		this.limits = limits;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("descent.streams.open", streams, EventStreams::count)
			.description("Event streams that are open")
			.register(registry);
		Gauge.builder("descent.streams.max", limits, Limits::streams)
			.description("Event streams that may be open")
			.register(registry);
	}

}
