package dev.descent;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What operators can look at, and nothing else. */
@HttpTest
class ActuatorTests {

	@Autowired
	private Api api;

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness" })
	void theServiceIsUp(String path) {
		assertThat(api.read(path).path("status").asString()).isEqualTo("UP");
	}

	@Test
	void theListOfWhatIsShippedIsServed() {
		assertThat(api.read("/actuator/sbom").path("ids").valueStream().map(JsonNode::asString))
			.containsExactly("application");
		var answer = api.get("/actuator/sbom/application");
		assertThat(answer.mediaType()).isEqualTo("application/vnd.cyclonedx+json");
		assertThat(answer.json().path("bomFormat").asString()).isEqualTo("CycloneDX");
		assertThat(answer.json().at("/metadata/component/name").asString()).isEqualTo("descent");
	}

	@ParameterizedTest
	@ValueSource(strings = { "env", "beans", "heapdump", "threaddump", "loggers", "configprops", "mappings", "shutdown",
			"metrics", "httpexchanges" })
	void whatTellsTooMuchIsNot(String endpoint) {
		assertThat(api.get("/actuator/" + endpoint).status()).isEqualTo(404);
	}

}
