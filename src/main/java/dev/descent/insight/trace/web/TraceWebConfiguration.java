package dev.descent.insight.trace.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class TraceWebConfiguration implements WebMvcConfigurer {

	@Override
	public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
		converters.addCustomConverter(new TraceConverter(TraceTypes.MARKDOWN, TraceAnswer::markdown))
			.addCustomConverter(new TraceConverter(TraceTypes.LATEX, TraceAnswer::latex));
	}

}
