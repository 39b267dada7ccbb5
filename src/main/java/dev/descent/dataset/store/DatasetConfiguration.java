package dev.descent.dataset.store;

import java.time.Clock;
import java.util.UUID;

import dev.descent.dataset.DatasetId;
import dev.descent.dataset.specification.Moons;
import dev.descent.limits.Limits;
import dev.descent.owner.CurrentOwner;
import dev.descent.owner.Owner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatasetConfiguration {

	@Bean
	DatasetStore datasetStore(Limits limits, Clock clock, CurrentOwner owners) {
		var store = new DatasetStore(limits.datasets(), limits.datasetsPerOwner(), limits.datasetMemory().toBytes(),
				UUID::randomUUID, clock, owners);
		owners.as(Owner.SERVICE, () -> store.add(DatasetId.EXAMPLE, Moons.DEFAULT.withSeed(42)));
		return store;
	}

}
