package dev.descent.web;

import dev.descent.limits.Limits;
import dev.descent.limits.WorkingMemory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many event streams are open, and what answers hold, as meters. */
@Component
final class AnswerMeters implements MeterBinder {

	private final EventStreams streams;

	private final WorkingMemory memory;

	private final Limits limits;

	AnswerMeters(EventStreams streams, WorkingMemory memory, Limits limits) {
		this.streams = streams;
		this.memory = memory;
		this.limits = limits;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("descent.streams.open", streams, EventStreams::open)
			.description("Event streams that are open")
			.register(registry);
		Gauge.builder("descent.streams.max", limits, Limits::streams)
			.description("Event streams that may be open")
			.register(registry);
		Gauge.builder("descent.answers.memory.used", memory, WorkingMemory::lent)
			.description("Memory in which requests are read and answered now")
			.baseUnit(BaseUnits.BYTES)
			.register(registry);
		Gauge.builder("descent.answers.memory.max", limits, (from) -> from.answerMemory().toBytes())
			.description("Memory in which requests may be read and answered, all together")
			.baseUnit(BaseUnits.BYTES)
			.register(registry);
	}

}
