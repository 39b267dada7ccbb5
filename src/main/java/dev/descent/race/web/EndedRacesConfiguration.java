package dev.descent.race.web;

import java.util.UUID;

import dev.descent.race.RaceId;
import dev.descent.race.Races;
import dev.descent.training.web.EndedJobs;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class EndedRacesConfiguration implements WebMvcConfigurer {

	private final Races races;

	EndedRacesConfiguration(Races races) {
		this.races = races;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new EndedJobs<>(UUID.randomUUID(), races, RaceId::valueOf))
			.addPathPatterns(RaceLinks.RACES + "/*/**");
	}

}
