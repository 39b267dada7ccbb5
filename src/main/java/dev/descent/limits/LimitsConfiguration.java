package dev.descent.limits;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

	@Bean
	WorkingMemory workingMemory(Limits limits) {
		return new WorkingMemory(limits.answerMemory().toBytes());
	}

}
