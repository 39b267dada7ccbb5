package dev.descent.web;

import dev.descent.limits.Limits;
import dev.descent.limits.WorkingMemory;
import dev.descent.owner.CurrentOwner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class EventStreamConfiguration {

	@Bean
	EventStreams eventStreams(JsonMapper mapper, Limits limits, CurrentOwner owners, WorkingMemory memory,
			StreamSettings settings) {
		return new EventStreams(mapper, limits, owners, memory, settings, System::nanoTime);
	}

}
