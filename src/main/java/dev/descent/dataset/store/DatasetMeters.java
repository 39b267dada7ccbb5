package dev.descent.dataset.store;

import dev.descent.limits.Limits;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How much room the stored datasets take, as meters. */
@Component
final class DatasetMeters implements MeterBinder {

	private final DatasetStore store;

	private final Limits limits;

	DatasetMeters(DatasetStore store, Limits limits) {
		this.store = store;
		this.limits = limits;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("descent.datasets.stored", store, DatasetStore::count)
			.description("Datasets that are stored, the example included")
			.register(registry);
		Gauge.builder("descent.datasets.max", limits, Limits::datasets)
			.description("Datasets that may be stored")
			.register(registry);
		Gauge.builder("descent.datasets.memory.used", store, DatasetStore::bytes)
			.description("Memory of the stored datasets; recipes take none")
			.baseUnit(BaseUnits.BYTES)
			.register(registry);
		Gauge.builder("descent.datasets.memory.max", limits, (from) -> from.datasetMemory().toBytes())
			.description("Memory that the stored datasets may take")
			.baseUnit(BaseUnits.BYTES)
			.register(registry);
	}

}
