package dev.descent.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

	@Bean
	static WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
		return (factory) -> factory.addContextCustomizers((context) -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(ProblemReportValve.class.getName());
			}
		});
	}

	@Bean
	static ProblemMeters problemMeters() {
		return new ProblemMeters();
	}

	@Bean
	static WebServerFactoryCustomizer<TomcatServletWebServerFactory> countedProblems(ProblemMeters meters) {
		return (factory) -> factory.addEngineValves(meters);
	}

	/**
	 * Keeps no connection that was closed: each would hold the buffers of its last
	 * request, for as many as were ever open at once.
	 */
	@Bean
	static WebServerFactoryCustomizer<TomcatServletWebServerFactory> noPoolOfClosedConnections() {
		return (factory) -> factory
			.addConnectorCustomizers((connector) -> connector.setProperty("socket.bufferPool", "0"));
	}

}
