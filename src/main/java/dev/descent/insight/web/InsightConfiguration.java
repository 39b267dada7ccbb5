package dev.descent.insight.web;

import dev.descent.insight.Insights;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class InsightConfiguration {

	@Bean
	SharedFrames sharedFrames(Insights insights, JsonMapper mapper) {
		return new SharedFrames(insights, mapper, System::nanoTime);
	}

}
