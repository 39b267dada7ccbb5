package dev.descent.verification;

import java.io.IOException;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {

	@Bean
	VerificationReport verificationReport() throws IOException {
		var file = new ClassPathResource(VerificationReport.FILE, VerificationReport.class);
		if (!file.exists()) {
			return VerificationReport.NONE;
		}
		try (var content = file.getInputStream()) {
			return JsonMapper.shared().readValue(content, VerificationReport.class);
		}
	}

}
