package dev.descent.dataset.store;

import java.time.Clock;
import java.util.UUID;

import dev.descent.limits.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatasetConfiguration {

	@Bean
	DatasetStore datasetStore(Limits limits, Clock clock) {
		return new DatasetStore(limits.datasets(), limits.datasetMemory().toBytes(), UUID::randomUUID, clock);
	}

}
