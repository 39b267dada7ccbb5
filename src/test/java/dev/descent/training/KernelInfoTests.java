package dev.descent.training;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class KernelInfoTests {

	@Autowired
	private Api api;

	@Test
	void theServiceTellsWhichKernelsRunAndWhy() {
		var kernels = api.read("/actuator/info").path("kernels");
		assertThat(kernels.path("preferred").asString()).isEqualTo("auto");
		assertThat(kernels.path("vectorBits").asInt()).isGreaterThanOrEqualTo(128);
		assertThat(kernels.path("inUse").asString()).isIn("scalar", "vector-" + kernels.path("vectorBits").asInt());
		assertThat(kernels.path("warmUp").asString()).isIn("pending", "done");
		assertThat(kernels.path("reason").asString()).contains("take over");
	}

}
