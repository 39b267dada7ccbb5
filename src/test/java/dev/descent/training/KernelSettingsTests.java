package dev.descent.training;

import dev.descent.DescentApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class KernelSettingsTests {

	@Test
	void unknownKernelsEndTheStart(CapturedOutput output) {
		assertThatException().isThrownBy(
				() -> SpringApplication.run(DescentApplication.class, "--server.port=0", "--descent.kernels=fast"));
		assertThat(output).contains("descent.kernels", "\"fast\"", "AUTO", "SCALAR", "VECTOR");
	}

}
