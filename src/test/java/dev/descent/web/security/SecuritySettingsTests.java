package dev.descent.web.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class SecuritySettingsTests {

	private static final String HASH = "3587a7617dd8d8c79ff441ffb57612ca721794418df3bb822b74f9f9f99724ce";

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Settings.class);

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ SecuritySettings.class, ServerProperties.class })
	static class Settings {

	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			descent.security.keys.a.sha256=abc                       | must be the SHA-256 of the key
			descent.security.keys.a.role=read-only                   | keys[a].sha256
			descent.security.keys.[a/b].sha256=%1$s                  | names of keys
			descent.security.rate-limit.requests=0                   | greater than or equal to 1
			descent.security.rate-limit.per=1ms                      | rateLimit.per
			descent.security.keys.a.sha256=%1$s;descent.security.keys.b.sha256=%1$s | no two keys
			""")
	void whatMakesNoSenseStopsTheStart(String properties, String reason) {
		service.withPropertyValues(properties.formatted(HASH).split(";"))
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining(reason));
	}

	@Test
	void aServiceThatIsOpenToAllSaysSo(CapturedOutput output) {
		service.withPropertyValues("server.address=0.0.0.0").run((context) -> {
			new SecurityConfiguration(context.getBean(SecuritySettings.class))
				.firewall(context.getBean(ServerProperties.class));
			assertThat(output).contains("Everybody who reaches this service may do everything");
		});
	}

}
