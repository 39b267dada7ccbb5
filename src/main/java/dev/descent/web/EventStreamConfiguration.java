package dev.descent.web;

import dev.descent.limits.Limits;
import dev.descent.limits.WorkingMemory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class EventStreamConfiguration {

	@Bean
	EventStreams eventStreams(JsonMapper mapper, Limits limits, WorkingMemory memory, StreamSettings settings) {
		return new EventStreams(mapper, limits, memory, settings, System::nanoTime);
	}

}
