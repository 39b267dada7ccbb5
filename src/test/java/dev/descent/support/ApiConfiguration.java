package dev.descent.support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

@TestConfiguration(proxyBeanMethods = false)
class ApiConfiguration {

	@Lazy
	@Bean(destroyMethod = "close")
	Api api(Environment environment) {
		return new Api(environment.getRequiredProperty("local.server.port", Integer.class));
	}

}
