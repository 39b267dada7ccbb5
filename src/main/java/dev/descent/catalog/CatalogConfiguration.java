package dev.descent.catalog;

import dev.descent.limits.Limits;
import dev.descent.path.specification.SurfaceSpecification;
import dev.descent.training.specification.TrainingJobSpecification;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

	@Bean
	Catalog catalog(JsonMapper mapper, Limits limits) {
		return new Catalog(new Cataloguing(mapper).families(TrainingJobSpecification.class, SurfaceSpecification.class),
				limits);
	}

}
