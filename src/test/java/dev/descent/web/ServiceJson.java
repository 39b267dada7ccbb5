package dev.descent.web;

import dev.descent.json.JsonBinder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** What reads JSON as the service does, without the service. */
public final class ServiceJson {

	private final JsonMapper mapper;

	private final JsonBinder binder;

	public ServiceJson() {
		var context = new SpringApplicationBuilder(JacksonAutoConfiguration.class, ValidationAutoConfiguration.class,
				WebConfiguration.class, JsonBinder.class)
			.web(WebApplicationType.NONE)
			.lazyInitialization(true)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.run("--spring.main.banner-mode=off");
		this.mapper = context.getBean(JsonMapper.class);
		this.binder = context.getBean(JsonBinder.class);
	}

	public JsonMapper mapper() {
		return mapper;
	}

	public JsonBinder binder() {
		return binder;
	}

	/**
	 * A body as a controller gets it.
	 * @throws dev.descent.problem.RefusedException with all that is wrong with it
	 */
	public <T> T read(String json, Class<T> type) {
		return type.cast(binder.bind(mapper.readTree(json), mapper.constructType(type)));
	}

}
