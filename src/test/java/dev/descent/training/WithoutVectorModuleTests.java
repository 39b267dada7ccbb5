package dev.descent.training;

import java.util.regex.Pattern;

import dev.descent.DescentApplication;
import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.support.OtherJvm;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A service on vector kernels beside one whose JVM was started without their module. */
@HttpTest
@TestPropertySource(properties = "descent.kernels=vector")
class WithoutVectorModuleTests {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final String JOB = """
			{"network": {"hiddenLayers": [{"units": 9, "activation": "tanh"}]}, "training": {"epochs": 30, "batchSize": 7}}""";

	@Autowired
	private Api api;

	@Test
	void theServiceStartsOnScalarKernelsAndWarnsAndGivesTheSameBits() {
		assertThat(api.read("/actuator/info").at("/kernels/inUse").asString()).startsWith("vector-");
		assertThat(api.read("/actuator/info").at("/kernels/warmUp").asString()).isEqualTo("none");
		try (var jvm = new OtherJvm(OtherJvm.withClassPath(), DescentApplication.class, "--server.port=0",
				"--descent.kernels=vector")) {
			var log = jvm.outputUntil(PORT);
			assertThat(log).containsPattern("WARN.*Training with scalar kernels.*--add-modules jdk.incubator.vector");
			var port = PORT.matcher(log).results().findFirst().orElseThrow().group(1);
			try (var other = new Api(Integer.parseInt(port))) {
				assertThat(other.read("/actuator/info").at("/kernels/inUse").asString()).isEqualTo("scalar");
				assertThat(other.follow(other.train(JOB), "weights")).isEqualTo(api.follow(api.train(JOB), "weights"));
			}
		}
	}

}
