package dev.descent.path;

import dev.descent.training.Computations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PathConfiguration {

	@Bean
	PathFinder pathFinder(Computations computations) {
		return new PathFinder(computations);
	}

}
